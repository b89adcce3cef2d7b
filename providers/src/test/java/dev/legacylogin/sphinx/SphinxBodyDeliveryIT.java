package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The refresh delivery {@code body}. */
class SphinxBodyDeliveryIT {

    @AutoClose
    private static TestRealm realm =
            TestRealm.forManyLogins(RealmChange.setting(SphinxPath.CLIENT, "refresh.delivery", "body"));

    @Test
    void tokensJoinTheResult() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        Answer answer = SphinxPath.refresh(realm, refreshToken);

        Expect.json(answer, 200, "{\"result\":{\"code\":0,\"desc\":\"Ok\",%s}}".formatted(SphinxPath.tokens(answer)));
        assertThat(Jwt.of(SphinxPath.accessToken(answer)).text("sid"))
                .isEqualTo(Jwt.of(refreshToken).text("sid"));
    }

    @Test
    void newRefreshTokenIsGoodForTheNextRefresh() {
        Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");
        Answer first = SphinxPath.refresh(realm, SphinxPath.refreshToken(login));

        Answer second = SphinxPath.refresh(realm, SphinxPath.refreshToken(first));

        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void loginStaysAsDocumented() {
        SphinxPath.loggedIn(SphinxPath.login(realm, "mysusername", "abcd1234"));
    }

    @Test
    void errorStaysAsDocumented() {
        SphinxPath.invalidToken(SphinxPath.refresh(realm, "junk"));
    }
}
