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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

    /** 26.0 tries to store a session for 20 seconds before it gives up, at its own endpoint too. */
    private static final Duration BOUND = Duration.ofSeconds(25);

    private static final List<Route> LOGIN_ROUTES =
            List.of(Route.FUSIO, Route.POCKETBASE, Route.NOMIC, Route.PASSPORT, Route.OAUTH, Route.SPHINX);

    private static Cluster cluster;
    private static TestRealm realm;
    private static TestUser user;

    private final AtomicInteger failed = new AtomicInteger();
    private final Queue<Map.Entry<Route, String>> granted = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicLong ownLongestMillis = new AtomicLong();

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
    void theOutageIsToldAndEndsByItself() throws Exception {
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
            askAllTheTime(before);
        } finally {
            cluster.database().startAgain();
        }

        Instant back = Instant.now();
        for (Node node : nodes()) {
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
                "Database gone for %d s: %d requests answered 500 in the path's form, %d refreshes granted, longest answer %d ms "
                        + "(at Keycloak's own endpoint %d ms); all paths of both nodes granted again %d ms after it was back%n",
                OUTAGE.toSeconds(),
                failed.get(),
                granted.size(),
                longestMillis.get(),
                ownLongestMillis.get(),
                Duration.between(back, Instant.now()).toMillis());
        before.forEach(DatabaseGoneIT::goesOn);
        granted.forEach(token -> ClusterRealm.granted(Calls.refresh(token.getKey(), realm, token.getValue())
                .at(cluster.a().baseUri())));
    }

    private static List<Node> nodes() {
        return List.of(cluster.a(), cluster.b());
    }

    /** Every login and refresh at every node again and again, side by side, as long as the outage is. */
    private void askAllTheTime(Map<Route, Answer> before) throws Exception {
        Instant end = Instant.now().plus(OUTAGE);
        List<Callable<Void>> all = new ArrayList<>();
        for (Node node : nodes()) {
            for (Route route : LOGIN_ROUTES) {
                all.add(() -> logInUntil(end, route, node));
                if (route != Route.POCKETBASE) {
                    String token = Calls.refreshable(route, before.get(route));
                    all.add(() -> refreshUntil(end, route, node, token));
                }
            }
        }
        all.add(this::askKeycloaksOwn);
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Void logInUntil(Instant end, Route route, Node node) {
        do {
            assertFailed(route, node, Calls.right(route, realm, user));
        } while (Instant.now().isBefore(end));
        return null;
    }

    /** 26.0 grants a refresh from its caches: then what it gave has to be good afterwards. */
    private Void refreshUntil(Instant end, Route route, Node node, String token) {
        do {
            Http refresh = Calls.refresh(route, realm, token).at(node.baseUri());
            Answer answer = timed(longestMillis, refresh);
            if (answer.status() == 200) {
                granted.add(Map.entry(route, Calls.refreshable(Calls.refreshedAt(route), answer)));
            } else {
                ClusterRealm.assertUnexpected(Calls.refreshedAt(route), realm, node, answer);
                failed.incrementAndGet();
            }
        } while (Instant.now().isBefore(end));
        return null;
    }

    private void assertFailed(Route route, Node node, Http request) {
        ClusterRealm.assertUnexpected(route, realm, node, timed(longestMillis, request.at(node.baseUri())));
        failed.incrementAndGet();
    }

    private Void askKeycloaksOwn() {
        Answer answer = timed(
                ownLongestMillis,
                Http.post(realm.path("/protocol/openid-connect/token"))
                        .form(Map.of(
                                "grant_type", "password",
                                "client_id", Route.FUSIO.clientId(),
                                "username", user.username(),
                                "password", user.password())));
        assertThat(answer.status()).isEqualTo(500);
        return null;
    }

    private static Answer timed(AtomicLong longest, Http request) {
        Instant start = Instant.now();
        Answer answer = request.send();
        Duration took = Duration.between(start, Instant.now());
        assertThat(took).isLessThan(BOUND);
        longest.accumulateAndGet(took.toMillis(), Math::max);
        return answer;
    }

    /** What was handed out before the outage is good after it. */
    private static void goesOn(Route route, Answer before) {
        if (route == Route.POCKETBASE) {
            assertThat(KeycloaksOwn.introspect(realm, route.clientId(), Calls.accessToken(route, before))
                            .path("active")
                            .booleanValue())
                    .isTrue();
        } else {
            for (Node node : nodes()) {
                ClusterRealm.granted(Calls.refresh(route, realm, Calls.refreshable(route, before))
                        .at(node.baseUri()));
            }
        }
    }
}
