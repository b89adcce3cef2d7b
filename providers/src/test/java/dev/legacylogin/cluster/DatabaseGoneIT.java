package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Await;
import dev.legacylogin.Calls;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.AtOnce;
import dev.legacylogin.server.Cluster;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.Node;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Threat 33: the database is gone for ten seconds or more. Each documented path says so in its own form, in bounded time, and
 * all goes on by itself when the database is back.
 */
@Tag("threat-33")
class DatabaseGoneIT {
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /** 26.0 tries to store a session for 20 seconds before it gives up. */
    private static final Duration BOUND = Duration.ofSeconds(25);

    private static final Cluster cluster = Cluster.get();

    @AutoClose
    private static final TestRealm realm = ClusterRealm.create(json -> json.put("bruteForceProtected", false));

    private static final TestUser user = realm.createUser("a password");

    private final AtomicInteger failed = new AtomicInteger();
    private final Queue<Map.Entry<Route, String>> granted = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicLong ownLongestMillis = new AtomicLong();

    @Test
    void theOutageIsToldAndEndsByItself() throws Exception {
        Map<Route, Answer> before = new EnumMap<>(Route.class);
        for (Route route : Route.LOGINS) {
            before.put(
                    route,
                    Answers.granted(
                            Calls.right(route, realm, user).at(cluster.a().baseUri())));
            Answers.granted(Calls.right(route, realm, user).at(cluster.b().baseUri()));
        }

        Instant gone = Instant.now();
        cluster.database().stop();
        try {
            askAllTheTime(before);
        } finally {
            cluster.database().startAgain();
        }

        Instant back = Instant.now();
        for (Node node : nodes()) {
            for (Route route : Route.LOGINS) {
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
                Duration.between(gone, back).toSeconds(),
                failed.get(),
                granted.size(),
                longestMillis.get(),
                ownLongestMillis.get(),
                Duration.between(back, Instant.now()).toMillis());
        before.forEach(DatabaseGoneIT::goesOn);
        granted.forEach(token -> Answers.granted(Calls.refresh(token.getKey(), realm, token.getValue())
                .at(cluster.a().baseUri())));
    }

    private static List<Node> nodes() {
        return List.of(cluster.a(), cluster.b());
    }

    /** Every login and refresh at both nodes, at least once and as long as the outage is, and Keycloak's own login. */
    private void askAllTheTime(Map<Route, Answer> before) throws Exception {
        Instant end = Instant.now().plus(OUTAGE);
        AtOnce.all(
                nodes().size(),
                nodes().stream()
                        .<Callable<Void>>map(node -> () -> askUntil(end, node, before))
                        .toList());
    }

    private Void askUntil(Instant end, Node node, Map<Route, Answer> before) {
        do {
            for (Route route : Route.LOGINS) {
                Answer login = timed(longestMillis, node, Calls.right(route, realm, user));
                ClusterRealm.assertUnexpected(route, realm, login);
                failed.incrementAndGet();
                if (route.isRefreshed()) {
                    refresh(route, node, Calls.refreshable(route, before.get(route)));
                }
            }
            askKeycloaksOwn(node);
        } while (Instant.now().isBefore(end));
        return null;
    }

    /** 26.0 grants a refresh from its caches: then what it gave has to be good afterwards. */
    private void refresh(Route login, Node node, String token) {
        Route route = Calls.refreshedAt(login);
        Answer answer = timed(longestMillis, node, Calls.refresh(login, realm, token));
        if (answer.status() == 200) {
            granted.add(Map.entry(login, Calls.refreshable(route, answer)));
        } else {
            ClusterRealm.assertUnexpected(route, realm, answer);
            failed.incrementAndGet();
        }
    }

    private void askKeycloaksOwn(Node node) {
        Http login = Http.post(realm.path("/protocol/openid-connect/token"))
                .form(Map.of(
                        "grant_type", "password",
                        "client_id", Route.PASSPORT.clientId(),
                        "client_secret", Calls.SECRET,
                        "username", user.username(),
                        "password", user.password()));
        assertThat(timed(ownLongestMillis, node, login).status()).isEqualTo(500);
    }

    private static Answer timed(AtomicLong longest, Node node, Http request) {
        Instant start = Instant.now();
        Answer answer = request.at(node.baseUri()).send();
        Duration took = Duration.between(start, Instant.now());
        assertThat(took).isLessThan(BOUND);
        longest.accumulateAndGet(took.toMillis(), Math::max);
        return answer;
    }

    /** What was handed out before the outage is good after it. */
    private static void goesOn(Route route, Answer before) {
        if (route.isRefreshed()) {
            for (Node node : nodes()) {
                Answers.granted(Calls.refresh(route, realm, Calls.refreshable(route, before))
                        .at(node.baseUri()));
            }
        } else {
            assertThat(OwnTokenEndpoint.of(realm, route).isActive(Calls.accessToken(route, before)))
                    .isTrue();
        }
    }
}
