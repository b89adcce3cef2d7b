package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
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
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Threat 33: a node is killed in the middle of 1,200 logins. Whoever was talking to it asks the other one, as behind a
 * proxy, and every token that was ever handed out is good there.
 */
@Tag("threat-33")
class NodeKilledIT {
    private static final int LOGINS = 1_200;
    private static final int KILL_AFTER = 400;
    private static final int THREADS = 8;
    private static Cluster cluster;

    @AutoClose
    private static TestRealm realm;

    private static final List<TestUser> USERS = new ArrayList<>();

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong longestMillis = new AtomicLong();
    private final Queue<Login> granted = new ConcurrentLinkedQueue<>();

    /** A login that was granted, and the token that goes on with it. */
    private record Login(Route route, String accessToken, String refreshable) {}

    @BeforeAll
    static void start() {
        cluster = Cluster.get();
        realm = ClusterRealm.create(json -> json.put("bruteForceProtected", false));
        for (int i = 0; i < THREADS; i++) {
            USERS.add(realm.createUser("a password"));
        }
    }

    @Test
    void noTokenIsLost() throws Exception {
        long answeredByA = logInWhileNodeAIsKilled();
        assertThat(answeredByA).as("logins that node A answered").isPositive();
        assertThat(granted).hasSize(LOGINS);

        AtOnce.all(
                THREADS,
                granted.stream()
                        .<Callable<Void>>map(login -> () -> goesOnAt(cluster.b(), login))
                        .toList());
        System.out.printf(
                "Node A killed in the middle of %d logins: %d tokens handed out (%d by node A), lost: 0; "
                        + "%d connections broken and asked again at node B, %d answers 500, longest answer %d ms%n",
                LOGINS, granted.size(), answeredByA, broken.get(), failed.get(), longestMillis.get());

        cluster.a().start();
        cluster.a().awaitMembers(2);
        cluster.b().awaitMembers(2);
        AtOnce.all(
                THREADS,
                Route.LOGINS.stream()
                        .<Callable<Void>>map(route -> () -> {
                            Answer login = Answers.granted(Calls.right(route, realm, USERS.get(0))
                                    .at(cluster.a().baseUri()));
                            return goesOnAt(cluster.b(), login(route, login));
                        })
                        .toList());
    }

    /** How many of the logins node A answered. */
    private long logInWhileNodeAIsKilled() throws Exception {
        AtomicInteger byA = new AtomicInteger();
        List<Callable<Void>> logins = new ArrayList<>();
        for (int i = 0; i < LOGINS; i++) {
            Route route = Route.LOGINS.get(i % Route.LOGINS.size());
            TestUser user = USERS.get(i % USERS.size());
            Node first = i / Route.LOGINS.size() % 2 == 0 ? cluster.a() : cluster.b();
            logins.add(() -> {
                Optional<Answer> answer = logIn(route, user, first);
                if (answer.isPresent() && first == cluster.a()) {
                    byA.incrementAndGet();
                }
                while (answer.isEmpty()) {
                    answer = logIn(route, user, cluster.b());
                }
                granted.add(login(route, answer.get()));
                if (answered.incrementAndGet() == KILL_AFTER) {
                    cluster.a().kill();
                }
                return null;
            });
        }
        AtOnce.all(THREADS, logins);
        return byA.get();
    }

    /** Empty where the app has to ask again: the connection broke, or the server said that it failed. */
    private Optional<Answer> logIn(Route route, TestUser user, Node node) {
        Http request = Calls.right(route, realm, user).at(node.baseUri());
        long start = System.nanoTime();
        try {
            Answer answer = request.send();
            if (answer.status() == 200) {
                return Optional.of(answer);
            }
            ClusterRealm.assertUnexpected(route, realm, answer);
            failed.incrementAndGet();
            return Optional.empty();
        } catch (AssertionError e) {
            boolean isBroken = e.getCause() instanceof IOException && !(e.getCause() instanceof HttpTimeoutException);
            if (!isBroken || node == cluster.b()) {
                throw e;
            }
            broken.incrementAndGet();
            return Optional.empty();
        } finally {
            longestMillis.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
        }
    }

    private static Login login(Route route, Answer answer) {
        return new Login(
                route, Calls.accessToken(route, answer), route.isRefreshed() ? Calls.refreshable(route, answer) : null);
    }

    /** The token refreshes at that node, or where the page has no refresh, it is good there. */
    private static Void goesOnAt(Node node, Login login) {
        if (login.refreshable() == null) {
            assertThat(OwnTokenEndpoint.of(realm, login.route().clientId()).isActive(login.accessToken()))
                    .isTrue();
        } else {
            Answers.granted(
                    Calls.refresh(login.route(), realm, login.refreshable()).at(node.baseUri()));
        }
        return null;
    }
}
