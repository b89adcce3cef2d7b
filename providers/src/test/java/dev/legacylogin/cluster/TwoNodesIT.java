package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Await;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.Jwt;
import dev.legacylogin.Mappers;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Cluster;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.Node;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One session, whichever node is asked: what node A began, node B goes on with and ends. */
@Tag("threat-33")
class TwoNodesIT {
    private static final int FAILURES = 4;

    private static Node a;
    private static Node b;

    @AutoClose
    private static TestRealm realm;

    @AutoClose
    private static TestRealm locking;

    @BeforeAll
    static void start() {
        Cluster cluster = Cluster.get();
        a = cluster.a();
        b = cluster.b();
        realm = ClusterRealm.create(json -> json.put("bruteForceProtected", false));
        locking = ClusterRealm.create(json -> json.put("failureFactor", FAILURES)
                .put("quickLoginCheckMilliSeconds", 0)
                .put("waitIncrementSeconds", 3600)
                .put("maxFailureWaitSeconds", 3600));
    }

    static Stream<Route> refreshed() {
        return Route.LOGINS.stream().filter(Route::isRefreshed);
    }

    static Stream<Route> notRefreshed() {
        return Route.LOGINS.stream().filter(route -> !route.isRefreshed());
    }

    @ParameterizedTest
    @MethodSource("refreshed")
    void loginHereRefreshThereLogoutThere(Route route) {
        Route refresh = Calls.refreshedAt(route);
        try (TestUser user = realm.createUser("a password")) {
            Answer login = Answers.granted(Calls.right(route, realm, user).at(a.baseUri()));
            assertActive(route, Calls.accessToken(route, login), true);

            Answer there = Answers.granted(
                    Calls.refresh(route, realm, Calls.refreshable(route, login)).at(b.baseUri()));
            Answer here = Answers.granted(Calls.refresh(route, realm, Calls.refreshable(refresh, there))
                    .at(a.baseUri()));
            assertThat(session(Calls.accessToken(refresh, here))).isEqualTo(session(Calls.accessToken(route, login)));

            user.admin().logout(); // at node B
            Http again = Calls.refresh(route, realm, Calls.refreshable(refresh, here));
            Answers.assertFailure(again.at(a.baseUri()).send(), Failure.wrongToken(route));
            assertActive(route, Calls.accessToken(refresh, here), false);
        }
    }

    /** Where the page documents no refresh. */
    @ParameterizedTest
    @MethodSource("notRefreshed")
    void loginHereLogoutThere(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Answer login = Answers.granted(Calls.right(route, realm, user).at(a.baseUri()));
            assertActive(route, Calls.accessToken(route, login), true);

            user.admin().logout();
            assertActive(route, Calls.accessToken(route, login), false);
        }
    }

    /** As many guesses as one node alone would allow, and both are closed. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void failuresAreCountedAcrossNodes(Route route) {
        try (TestUser user = locking.createUser("a password")) {
            for (int failure = 1; failure <= FAILURES; failure++) {
                Node node = failure % 2 == 0 ? a : b;
                ClusterRealm.assertWrong(
                        route,
                        locking,
                        Calls.wrong(route, locking, user).at(node.baseUri()).send());
                Await.failures(user, failure);
            }
            for (Node node : new Node[] {a, b}) {
                ClusterRealm.assertWrong(
                        route,
                        locking,
                        Calls.right(route, locking, user).at(node.baseUri()).send());
            }
            Answer own = OwnTokenEndpoint.of(locking, route).password(user);
            assertThat(own.text("/error")).isEqualTo("invalid_grant");
            assertThat(user.events().get(0).getError()).isEqualTo("user_temporarily_disabled");
        }
    }

    /** Each node remembers which clients carry a form; a new one at node B makes node A look again. */
    @Test
    void aFormThatIsNewHereCountsThere() {
        try (TestRealm fresh = ClusterRealm.create(
                json -> RealmChange.client(json, Route.PASSPORT.clientId()).remove("protocolMappers"))) {
            Http request = Http.get(fresh.path(Route.PASSPORT.path())).at(a.baseUri());
            assertThat(request.send().status()).isEqualTo(404);

            Clients.mappers(fresh, Route.PASSPORT.clientId())
                    .createMapper(Mappers.form("passport"))
                    .close();

            // long before it would forget by itself
            Await.until(Duration.ofSeconds(10), () -> request.send().status() == 405);
        }
    }

    private static void assertActive(Route route, String accessToken, boolean active) {
        assertThat(OwnTokenEndpoint.of(realm, route).isActive(accessToken)).isEqualTo(active);
    }

    private static String session(String accessToken) {
        return Jwt.of(accessToken).text("sid");
    }
}
