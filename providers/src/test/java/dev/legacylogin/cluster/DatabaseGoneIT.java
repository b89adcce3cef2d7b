package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.KeycloaksOwn;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Cluster;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.Node;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import dev.legacylogin.token.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Threat 33: the database is gone for ten seconds. Each documented path says so in its own form, in bounded time, and
 * all goes on by itself when the database is back.
 */
class DatabaseGoneIT {
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final long LONGEST_MILLIS = 20_000;
    private static final List<Route> LOGIN_ROUTES =
            List.of(Route.FUSIO, Route.POCKETBASE, Route.NOMIC, Route.PASSPORT, Route.OAUTH, Route.SPHINX);

    private static Cluster cluster;
    private static TestRealm realm;
    private static TestUser user;

    private int answers;
    private long longestMillis;

    @BeforeAll
    static void start() {
        cluster = Cluster.get();
        realm = ClusterRealm.create(json -> json.put("bruteForceProtected", false));
        user = realm.createUser("a password");
    }

    @AfterAll
    static void deleteRealm() {
        realm.close();
    }

    @Test
    void theOutageIsToldAndEndsByItself() {
        Map<Route, Answer> before = new EnumMap<>(Route.class);
        for (Route route : LOGIN_ROUTES) {
            before.put(
                    route,
                    ClusterRealm.granted(
                            Calls.right(route, realm, user).at(cluster.a().baseUri())));
            ClusterRealm.granted(Calls.right(route, realm, user).at(cluster.b().baseUri()));
        }

        cluster.database().stop();
        try {
            Instant end = Instant.now().plus(OUTAGE);
            do {
                failEverywhere(before);
            } while (Instant.now().isBefore(end));
        } finally {
            cluster.database().startAgain();
        }

        Instant back = Instant.now();
        for (Node node : List.of(cluster.a(), cluster.b())) {
            for (Route route : LOGIN_ROUTES) {
                Await.until(
                        RECOVERY,
                        () -> Calls.right(route, realm, user)
                                        .at(node.baseUri())
                                        .send()
                                        .status()
                                == 200);
            }
        }
        System.out.printf(
                "Database gone for %d s: %d requests, all answered 500 in the path's form, longest answer %d ms; "
                        + "all paths of both nodes granted again %d ms after it was back%n",
                OUTAGE.toSeconds(),
                answers,
                longestMillis,
                Duration.between(back, Instant.now()).toMillis());
        before.forEach(DatabaseGoneIT::goesOn);
    }

    private void failEverywhere(Map<Route, Answer> before) {
        for (Node node : List.of(cluster.a(), cluster.b())) {
            for (Route route : LOGIN_ROUTES) {
                fail(route, node, Calls.right(route, realm, user));
                if (route != Route.POCKETBASE) {
                    String token = Calls.refreshable(route, before.get(route));
                    fail(Calls.refreshedAt(route), node, Calls.refresh(route, realm, token));
                }
            }
        }
    }

    private void fail(Route route, Node node, Http request) {
        long start = System.nanoTime();
        Answer answer = request.at(node.baseUri()).send();
        long millis = (System.nanoTime() - start) / 1_000_000;
        ClusterRealm.assertUnexpected(route, realm, node, answer);
        assertThat(millis).isLessThan(LONGEST_MILLIS);
        longestMillis = Math.max(longestMillis, millis);
        answers++;
    }

    /** What was handed out before the outage is good after it. */
    private static void goesOn(Route route, Answer before) {
        if (route == Route.POCKETBASE) {
            assertThat(KeycloaksOwn.introspect(realm, route.clientId(), Calls.accessToken(route, before))
                            .path("active")
                            .booleanValue())
                    .isTrue();
        } else {
            for (Node node : List.of(cluster.a(), cluster.b())) {
                ClusterRealm.granted(Calls.refresh(route, realm, Calls.refreshable(route, before))
                        .at(node.baseUri()));
            }
        }
    }
}
