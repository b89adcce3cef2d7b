package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented paths over HTTP/2 without TLS (h2c), as between a proxy and Keycloak. */
@Tag("threat-23")
@ResourceLock(TestRealm.DEMO)
class Http2IT {
    private static final TestRealm REALM = TestRealm.demo();

    /** Begins with an upgrade from HTTP/1.1, and has one connection for all its requests. */
    private static final HttpClient HTTP_2 =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @ParameterizedTest
    @EnumSource
    void logsInAndRefreshes(Route route) {
        try (TestUser user = REALM.createUser("a password")) {
            Answers.granted(route, Calls.right(route, REALM, user).by(HTTP_2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsInTheSameForm(Route route) {
        try (TestUser user = REALM.createUser("a password")) {
            Answers.assertFailure(Calls.wrong(route, REALM, user).by(HTTP_2).send(), Failure.wrongSecret(route, REALM));
        }
    }

    /** By stream and in full, so that the next request of the same connection is answered. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOMIC")
    void aLongBodyIsRefused(Route route) {
        for (int length : new int[] {20_000, 200_000, 2_000_000}) {
            Answers.assertFailure(
                    Calls.request(route, REALM, "nobody", "x".repeat(length))
                            .by(HTTP_2)
                            .send(),
                    Failure.of(Fault.TOO_LARGE, route, REALM));
        }
        failsInTheSameForm(route);
    }

    @Test
    void anUnreadBodyHoldsUpNothing() {
        for (int length : new int[] {0, 100, 200_000, 2_000_000}) {
            Answers.assertFailure(
                    Calls.request(Route.NOMIC, REALM, "nobody", "wrong")
                            .body("x".repeat(length))
                            .by(HTTP_2)
                            .send(),
                    Failure.wrongSecret(Route.NOMIC, REALM));
        }
    }

    /** Of one stream that never ends; on the connection there is another caller's, which has begun before. */
    @ParameterizedTest
    @ValueSource(strings = {"/consumer/login", "/api/auth/token", "/v1/api/auth/refresh"})
    void twelveMegabytesEndTheirStreamAlone(String path) {
        try (Http2Connection connection = Http2Connection.open()) {
            Http2Connection.Stream other = connection.post(REALM.path("/auth/login"), "application/json");
            other.write("{\"username\":\"nobody\",");

            Http2Connection.Stream flood = connection.post(REALM.path(path), "application/json");
            long reset = flood.writeUntilReset("x".repeat(10_000), 2_000);
            other.write("\"password\":\"wrong\"}");
            other.end();

            assertThat(flood.status()).isEqualTo(path.equals("/api/auth/token") ? 403 : 413);
            assertThat(reset).as("NO_ERROR").isZero();
            assertThat(other.status()).isEqualTo(400);
            assertThat(other.body()).contains("Failed to authenticate.");
            assertThat(connection.isOpen()).isTrue();
        }
    }
}
