package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 15: odd scopes of a Fusio login, the only page that has any, are dropped, and many of them cost nothing. */
@Tag("threat-15")
class ScopesIT {
    private static final String NONE =
            "400 {\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"No scopes provided\"}";

    @AutoClose
    private static TestRealm realm = Login.realm(json -> {});

    @Test
    void oddScopesAreDropped() {
        for (String scope : new String[] {
            "openid email",
            " email",
            "email ",
            "email\\u0000",
            "email\\n",
            "",
            " ",
            "\\ud800",
            "offline_access",
            "EMAIL"
        }) {
            assertThat(send("[\"" + scope + "\"]")).as(scope).isEqualTo(NONE);
        }
    }

    @Test
    void thousandsOfScopesAreRefusedAtOnce() {
        String fitting = IntStream.range(0, 4_000).mapToObj(i -> "\"a\"").collect(Collectors.joining(",", "[", "]"));
        assertThat(send(fitting)).isEqualTo(NONE);
        String tooMany = IntStream.range(0, 10_000).mapToObj(i -> "\"a\"").collect(Collectors.joining(",", "[", "]"));
        assertThat(send(tooMany))
                .isEqualTo(
                        "413 {\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"The request is too large\"}");
    }

    private static String send(String scopes) {
        try (TestUser user = realm.createUser(RIGHT)) {
            long start = System.nanoTime();
            Answer answer = Http.post(realm.path("/consumer/login"))
                    .json("{\"username\":\"" + user.username() + "\",\"password\":\"" + RIGHT + "\",\"scopes\":"
                            + scopes + "}")
                    .send();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(Threats.sessions(user)).isZero();
            return answer.status() + " " + answer.body();
        }
    }
}
