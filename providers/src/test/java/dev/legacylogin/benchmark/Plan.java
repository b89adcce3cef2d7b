package dev.legacylogin.benchmark;

import dev.legacylogin.Route;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is compared with what in a realm of the usual size.
 *
 * @param target the server
 * @param oneRound the realm whose passwords are hashed in one round
 */
record Plan(Target target, MeasuredRealm oneRound) {

    static final String OWN = "own endpoint";

    /** Where what was given can be given anew without a password. */
    private static final List<Route> REFRESHED = List.of(Route.FUSIO, Route.NOMIC, Route.OAUTH, Route.SPHINX);

    private OldApp app(Route route) {
        return new OldApp(target, oneRound, route);
    }

    private OwnApp own(Route route) {
        return new OwnApp(target, oneRound, route.clientId());
    }

    /** Each login against the own endpoint for the same client, with a costly hash and with a cheap one. */
    Stream<Pair> logins() {
        return Stream.concat(
                logins("Logins, Keycloak's default hash", MeasuredRealm.withDefaultHash()),
                logins("Logins, a hash of one round", oneRound));
    }

    /** The first is the own endpoint against itself: what the machine does to a ratio. */
    private Stream<Pair> logins(String group, MeasuredRealm measured) {
        Visit own = new OwnApp(target, measured, Route.FUSIO.clientId()).login();
        return Stream.concat(
                Stream.of(new Pair(group, "noise: " + OWN, own, OWN, own)),
                Route.LOGINS.stream()
                        .map(route -> new Pair(
                                group,
                                route.path(),
                                new OldApp(target, measured, route).login(),
                                OWN,
                                new OwnApp(target, measured, route.clientId()).login())));
    }

    /** Refreshes and renewals against a refresh at the own endpoint for the same client. */
    Stream<Pair> refreshes() {
        return REFRESHED.stream()
                .map(route -> new Pair(
                        "Refreshes and renewals",
                        route.path() + (route.renews() ? ", renewal" : ", refresh"),
                        app(route).refresh(),
                        OWN,
                        own(route).refresh()));
    }

    /** Logins that answer the user's fields against what an app would ask for them otherwise. */
    Stream<Pair> fields() {
        return Stream.of(Route.POCKETBASE, Route.PASSPORT)
                .map(route -> new Pair(
                        "Logins with the user's fields",
                        route.path(),
                        app(route).login(),
                        OWN + " and UserInfo",
                        own(route).loginAndUserInfo()));
    }

    /** Logins against a translator in front of Keycloak. */
    Stream<Pair> translated(TranslatorProcess translator) {
        return Route.LOGINS.stream()
                .map(route -> new Pair(
                        "Logins, against a translator",
                        route.path(),
                        app(route).login(),
                        "translator",
                        translator.login(route)));
    }

    /** What is refused, once the password is looked at and before. */
    Stream<Pair> refusals() {
        return Stream.concat(refusedPasswords(), otherRefusals(MeasuredRealm.withoutForms()));
    }

    /** What is refused once the password is looked at, against the own endpoint that refuses the same. */
    private Stream<Pair> refusedPasswords() {
        String group = "Refused passwords";
        return Route.LOGINS.stream()
                .flatMap(route -> Stream.of(
                        new Pair(
                                group,
                                route.path() + ", wrong password",
                                app(route).wrongPassword(),
                                OWN,
                                own(route).wrongPassword()),
                        new Pair(
                                group,
                                route.path() + ", unknown user",
                                app(route).unknownUser(),
                                OWN,
                                own(route).unknownUser())));
    }

    /** What is refused before that, against a wrong client at the own endpoint: an unknown one against an unknown one. */
    private Stream<Pair> otherRefusals(MeasuredRealm off) {
        List<Route> naming = Route.LOGINS.stream().filter(Route::namesItsClient).toList();
        return Stream.of(
                        refused(naming, "wrong secret", OldApp::wrongClient),
                        naming.stream()
                                .map(route -> beforeThePassword(
                                        route,
                                        "unknown client",
                                        OldApp::unknownClient,
                                        "unknown client",
                                        OwnApp::unknownClient)),
                        refused(Route.LOGINS, "malformed", OldApp::malformed),
                        refused(Route.LOGINS, "preflight", OldApp::preflight),
                        refused(
                                Route.LOGINS,
                                "switched off",
                                app -> new OldApp(target, off, app.route()).loginWhereOff()))
                .flatMap(Function.identity());
    }

    private Stream<Pair> refused(List<Route> routes, String what, Function<OldApp, Visit> visit) {
        return routes.stream().map(route -> beforeThePassword(route, what, visit, "wrong secret", OwnApp::wrongClient));
    }

    private Pair beforeThePassword(
            Route route, String what, Function<OldApp, Visit> visit, String base, Function<OwnApp, Visit> own) {
        return new Pair(
                "Refusals before the password",
                route.path() + ", " + what,
                visit.apply(app(route)),
                OWN + ", " + base,
                own.apply(own(route)));
    }

    /** Logins at the root of the server against the same below the realm. */
    Stream<Pair> rootPaths() {
        MeasuredRealm demo = MeasuredRealm.demo();
        return Route.LOGINS.stream()
                .map(route -> new OldApp(target, demo, route))
                .map(app -> new Pair(
                        "Paths at the root", app.route().path(), app.loginAtRoot(), "below the realm", app.login()));
    }

    /** An API that is described in a form against one that is built in, and against the own endpoint. */
    Stream<Pair> described() {
        String group = "A described API";
        DescribedApp described = new DescribedApp(target, oneRound);
        OwnApp own = new OwnApp(target, oneRound, MeasuredRealm.DESCRIBED);
        OldApp fusio = app(Route.FUSIO);
        return Stream.of(
                new Pair(group, "login", described.login(), fusio.route().path(), fusio.login()),
                new Pair(group, "login", described.login(), OWN, own.login()),
                new Pair(group, "refresh", described.refresh(), fusio.route().path(), fusio.refresh()),
                new Pair(group, "refresh", described.refresh(), OWN, own.refresh()));
    }

    /** What old apps do all day: logins, refreshes, and a wrong password now and then. */
    Mixed mixed() {
        return new Mixed(
                Route.LOGINS.stream().map(route -> app(route).login()).toList(),
                Stream.concat(
                                REFRESHED.stream().map(route -> app(route).refresh()),
                                Stream.of(
                                        app(Route.FUSIO).wrongPassword(),
                                        app(Route.PASSPORT).unknownUser()))
                        .toList());
    }

    /** Logins at each documented path in turn. */
    Mixed eachLogin() {
        return Mixed.ofLogins(Route.LOGINS.stream().map(route -> app(route).login()));
    }

    /** The same at the own endpoint. */
    Mixed eachOwnLogin() {
        return Mixed.ofLogins(Route.LOGINS.stream().map(route -> own(route).login()));
    }
}
