package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.expect.Expect;
import dev.legacylogin.expect.Jwt;
import dev.legacylogin.expect.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The refresh delivery {@code body}. */
class SphinxBodyDeliveryIT {

    private static TestRealm realm;

    @BeforeAll
    static void createRealm() {
        realm = TestRealm.copy(RealmChange.setting(Sphinx.CLIENT, "refresh.delivery", "body")
                .andThen(RealmChange.withoutBruteForceDetection()));
    }

    @AfterAll
    static void deleteRealm() {
        realm.close();
    }

    @Test
    void tokensJoinTheResult() {
        String refreshToken = Sphinx.refreshToken(Sphinx.login(realm, "TestUser", "password"));

        Answer answer = Sphinx.refresh(realm, refreshToken);

        Expect.json(answer, 200, "{\"result\":{\"code\":0,\"desc\":\"Ok\",%s}}".formatted(Sphinx.tokens(answer)));
        assertThat(Jwt.of(Sphinx.accessToken(answer)).text("sid"))
                .isEqualTo(Jwt.of(refreshToken).text("sid"));
    }

    @Test
    void newRefreshTokenIsGoodForTheNextRefresh() {
        Answer login = Sphinx.login(realm, "mysusername", "abcd1234");
        Answer first = Sphinx.refresh(realm, Sphinx.refreshToken(login));

        Answer second = Sphinx.refresh(realm, Sphinx.refreshToken(first));

        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void loginStaysAsDocumented() {
        Sphinx.loggedIn(Sphinx.login(realm, "mysusername", "abcd1234"));
    }

    @Test
    void errorStaysAsDocumented() {
        Expect.json(
                Sphinx.refresh(realm, "junk"),
                401,
                Sphinx.inResult(Sphinx.error(401, "invalid_token", "The refresh token is not valid")));
    }
}
