package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.Jwt;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Renewals at {@code /api/auth/token} and the two ends of a session. Keycloak adds no grace to either: it keeps sessions
 * in its database. Both tests wait for most of their time, beside the others.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("threat-18")
class NomicSessionIT {
    private static final int IDLE = 10;
    private static final int MAX = 12;
    private static final Duration BOUND = Duration.ofMinutes(1);

    @Test
    void renewalsKeepTheSessionFromIdlingOut() {
        try (TestRealm realm = TestRealm.forManyLogins(json -> json.put("ssoSessionIdleTimeout", IDLE));
                TestUser user = realm.createUser("a password")) {
            NomicPath path = NomicPath.of(realm);
            String idle = path.loggedIn(user);
            String[] busy = {path.loggedIn(user)};

            long end = Jwt.of(busy[0]).seconds("iat") + 2 * IDLE;
            Await.until(BOUND, () -> {
                busy[0] = path.renewed(busy[0]);
                return Jwt.of(busy[0]).seconds("iat") > end;
            });

            NomicPath.assertRefused(path.renew(idle));
            path.renewed(busy[0]);
            Await.untilAfter(Instant.now().getEpochSecond() + IDLE);
            NomicPath.assertRefused(path.renew(busy[0]));
        }
    }

    @Test
    void renewalsEndAtTheMaximumOfTheSession() {
        try (TestRealm realm = TestRealm.forManyLogins(json -> json.put("ssoSessionMaxLifespan", MAX));
                TestUser user = realm.createUser("a password")) {
            NomicPath path = NomicPath.of(realm);
            String first = path.loggedIn(user);
            long end = Jwt.of(first).seconds("exp");
            long started = user.admin().getUserSessions().get(0).getStart(); // milliseconds
            assertThat(end).isEqualTo(started / 1000 + MAX);

            Await.untilAfter(Jwt.of(first).seconds("iat") + 1);
            String second = path.renewed(first);
            assertThat(Jwt.of(second).seconds("iat"))
                    .isGreaterThan(Jwt.of(first).seconds("iat"));
            assertThat(Jwt.of(second).seconds("exp")).isEqualTo(end);
            assertThat(Jwt.of(path.renewed(second)).seconds("exp")).isEqualTo(end);

            Await.untilAfter(end);
            NomicPath.assertRefused(path.renew(second));
            NomicPath.assertRefused(path.renew(first));
        }
    }
}
