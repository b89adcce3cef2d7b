package dev.legacylogin.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Clients;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.importing.UserImports;
import dev.legacylogin.server.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Realms that have much of something, each against one that has little of it. Keycloak's own endpoint is measured in the
 * same way, because Keycloak itself may not be the same for both.
 */
final class Large {

    /** The heading of their table. */
    static final String GROUP = "Large realms";

    private static final int FEW_USERS = 1_000;
    private static final int FEW_CLIENTS = 10;
    private static final int FEW_FIELDS = 1;

    private final Target target;
    private final Database database;
    private final Map<Integer, MeasuredRealm> withClients = new HashMap<>();

    /**
     * @param target the server
     * @param database its database
     */
    Large(Target target, Database database) {
        this.target = target;
        this.database = database;
    }

    /** What is the same at both sizes of a realm but for that. */
    private record Sizes(MeasuredRealm many, String manyNamed, MeasuredRealm few, String fewNamed) {

        private Pair pair(String name, Function<MeasuredRealm, Visit> visit) {
            return new Pair(GROUP, manyNamed + ": " + name, visit.apply(many), fewNamed, visit.apply(few));
        }
    }

    /** All but many realms, which change the server for all others. */
    Stream<Pair> all(Options options) {
        return Stream.of(users(options), clients(options.clients()), fields(options.fields()))
                .flatMap(Function.identity());
    }

    private Stream<Pair> users(Options options) {
        MeasuredRealm many = withUsers(options.users());
        String size = number(options.users()) + " users";
        Sizes sizes = new Sizes(many, size, withUsers(FEW_USERS), number(FEW_USERS) + " users");
        return Stream.of(
                        logins(sizes),
                        each(Route.LOGINS, sizes, "unknown user", OldApp::unknownUser),
                        Stream.of(sizes.pair(
                                Plan.OWN + ", unknown user",
                                realm -> own(realm, Route.FUSIO).unknownUser())),
                        NewUsers.of(target, many, options).pairs(size))
                .flatMap(Function.identity());
    }

    private MeasuredRealm withUsers(int users) {
        MeasuredRealm measured = MeasuredRealm.withOneRound();
        String first = measured.users().get(0).name();
        new Copies(database, users)
                .ofUser(UserImports.user(measured.realm(), first).getId());
        return measured;
    }

    private Stream<Pair> clients(int clients) {
        Sizes sizes = new Sizes(
                withClients(clients), number(clients) + " clients", withClients(FEW_CLIENTS), FEW_CLIENTS + " clients");
        List<Route> naming = Route.LOGINS.stream().filter(Route::namesItsClient).toList();
        return Stream.of(
                        logins(sizes),
                        each(naming, sizes, "wrong secret", OldApp::wrongClient),
                        each(naming, sizes, "unknown client", OldApp::unknownClient),
                        each(naming, sizes, "malformed", OldApp::malformed),
                        each(naming, sizes, "preflight", OldApp::preflight),
                        Stream.of(
                                sizes.pair(
                                        Plan.OWN + ", wrong secret",
                                        realm -> own(realm, Route.PASSPORT).wrongClient()),
                                sizes.pair(
                                        Plan.OWN + ", unknown client",
                                        realm -> own(realm, Route.PASSPORT).unknownClient())))
                .flatMap(Function.identity());
    }

    /** What a look for forms takes, with many clients and with few. */
    List<Looks> looks(Options options) {
        return Stream.of(options.clients(), FEW_CLIENTS)
                .map(clients -> Looks.of(target, withClients(clients), clients, options.rounds()))
                .toList();
    }

    /** So many more, each of which serves passport's paths, whose requests name their client. Set up once. */
    private MeasuredRealm withClients(int clients) {
        return withClients.computeIfAbsent(clients, this::newWithClients);
    }

    private MeasuredRealm newWithClients(int clients) {
        MeasuredRealm measured = MeasuredRealm.withOneRound();
        TestRealm realm = measured.realm();
        new Copies(database, clients).ofClient(Clients.id(realm, Route.PASSPORT.clientId()));
        realm.admin().clearRealmCache();
        return measured;
    }

    private Stream<Pair> fields(int fields) {
        Sizes sizes = new Sizes(
                withFields(fields),
                number(fields) + " attributes and roles",
                withFields(FEW_FIELDS),
                FEW_FIELDS + " of each");
        return Stream.concat(
                logins(sizes),
                Stream.of(sizes.pair(
                        Plan.OWN + " and UserInfo",
                        realm -> own(realm, Route.POCKETBASE).loginAndUserInfo())));
    }

    /** Whose users have so many attributes more, and as many roles. */
    private static MeasuredRealm withFields(int fields) {
        return MeasuredRealm.with(RealmChange.anyAttribute()
                .andThen(json -> addRoles(json, fields))
                .andThen(json -> giveAll(json, fields)));
    }

    private static void addRoles(ObjectNode json, int roles) {
        ArrayNode all = json.withObject("/roles").withArray("realm");
        IntStream.range(0, roles).forEach(i -> all.addObject().put("name", "role" + i));
        RealmChange.clients(json).forEach(client -> client.put("fullScopeAllowed", true)); // so that tokens have them
    }

    private static void giveAll(ObjectNode json, int fields) {
        json.path("users").forEach(user -> {
            ArrayNode roles = (ArrayNode) user.path("realmRoles");
            ObjectNode attributes = (ObjectNode) user.path("attributes");
            for (int i = 0; i < fields; i++) {
                roles.add("role" + i);
                attributes.putArray("attribute" + i).add("value " + i);
            }
        });
    }

    /** All logins, and one at the own endpoint. */
    private Stream<Pair> logins(Sizes sizes) {
        return Stream.concat(
                Route.LOGINS.stream()
                        .map(route -> sizes.pair(
                                route.path(), realm -> app(realm, route).login())),
                Stream.of(sizes.pair(Plan.OWN, realm -> own(realm, Route.FUSIO).login())));
    }

    private Stream<Pair> each(List<Route> routes, Sizes sizes, String what, Function<OldApp, Visit> visit) {
        return routes.stream()
                .map(route -> sizes.pair(route.path() + ", " + what, realm -> visit.apply(app(realm, route))));
    }

    private OldApp app(MeasuredRealm measured, Route route) {
        return new OldApp(target, measured, route);
    }

    private OwnApp own(MeasuredRealm measured, Route route) {
        return new OwnApp(target, measured, route.clientId());
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
