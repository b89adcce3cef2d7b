package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Clients;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A refresh token without an end, as for offline access: Keycloak says 0 seconds, which an app takes for over. */
class SphinxEndlessTokenIT {
    private static final long LAST_DAY_OF_32_BITS = Integer.MAX_VALUE;

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    @BeforeAll
    static void createRealm() {
        Clients.giveByDefault(realm, "offline_access");
    }

    @Test
    void livesUntilTheLastDayOf32Bits() {
        Clients.set(realm, SphinxPath.CLIENT, Map.of("refresh.delivery", "body"));

        Answer login = SphinxPath.login(realm, "TestUser", "password");
        Answer refreshed = SphinxPath.refresh(realm, SphinxPath.refreshToken(login));

        for (Answer answer : List.of(login, refreshed)) {
            long seconds = answer.json().at("/result/refresh_token_expires_in").longValue();
            assertThat(Instant.now().getEpochSecond() + seconds)
                    .isBetween(LAST_DAY_OF_32_BITS - 5, LAST_DAY_OF_32_BITS + 5);
        }
    }

    @Test
    void theCookieDoesTheSame() {
        Clients.set(realm, SphinxPath.CLIENT, Map.of("refresh.delivery", "cookie"));

        assertThat(SphinxPath.login(realm, "TestUser", "password").headers("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("refresh_token="))
                .allMatch(cookie -> cookie.contains("; Expires=Tue, 19 Jan 2038 03:14:07 GMT;"))
                .hasSize(1);
    }
}
