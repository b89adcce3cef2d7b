package dev.legacylogin.benchmark;

import dev.legacylogin.Route;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A server with more and more realms. It is one server, so that few and many cannot take turns: each is measured against
 * the own endpoint.
 *
 * @param target the server
 * @param usual a realm
 */
record ManyRealms(Target target, MeasuredRealm usual) {

    private static final String GROUP = "Many realms";

    /** Of a pair: each has realms of its own. */
    private static final int SIDES = 2;

    /** After this time no more are made: Keycloak takes longer for each, the more there are. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    /** One of the realms, while there are so many. */
    Stream<Pair> one(String realms) {
        return Stream.of(Route.FUSIO, Route.PASSPORT)
                .flatMap(route -> Stream.of(
                        pair(realms, route, "", OldApp::login, OwnApp::login),
                        pair(realms, route, ", unknown user", OldApp::unknownUser, OwnApp::unknownUser)));
    }

    /** Makes so many more with a user each; measured is one realm, and all, from one to the next with each login. */
    Stream<Pair> many(int realms) {
        int wanted = Math.max(realms, SIDES);
        List<ManyRealms> all = more(wanted);
        String number = (all.size() < wanted ? all.size() + " of " : "") + wanted + " realms";
        return Stream.concat(
                one(number),
                Stream.of(Route.FUSIO, Route.PASSPORT)
                        .map(route -> new Pair(
                                GROUP,
                                number + " in turn: " + route.path(),
                                Mixed.ofLogins(
                                        half(all, 0).map(one -> one.app(route).login())),
                                Plan.OWN,
                                Mixed.ofLogins(
                                        half(all, 1).map(one -> one.own(route).login())))));
    }

    /** Every other one: the side that comes second is not to find what the first has just read from the database. */
    private static Stream<ManyRealms> half(List<ManyRealms> all, int first) {
        return IntStream.range(0, all.size()).filter(i -> i % SIDES == first).mapToObj(all::get);
    }

    private List<ManyRealms> more(int realms) {
        long end = System.nanoTime() + LONGEST.toNanos();
        List<ManyRealms> more = new ArrayList<>();
        while (more.size() < realms && System.nanoTime() < end) {
            ManyRealms one = new ManyRealms(target, MeasuredRealm.withOneUser());
            one.readClients();
            more.add(one);
        }
        return more;
    }

    /** Or the side that comes first would pay for reading the realm from the database. */
    private void readClients() {
        try (RawConnection connection = RawConnection.to(target.uri())) {
            app(Route.FUSIO).login().over(connection);
            app(Route.PASSPORT).login().over(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pair pair(
            String realms, Route route, String what, Function<OldApp, Visit> visit, Function<OwnApp, Visit> base) {
        return new Pair(
                GROUP, realms + ": " + route.path() + what, visit.apply(app(route)), Plan.OWN, base.apply(own(route)));
    }

    private OldApp app(Route route) {
        return new OldApp(target, usual, route);
    }

    private OwnApp own(Route route) {
        return new OwnApp(target, usual, route.clientId());
    }
}
