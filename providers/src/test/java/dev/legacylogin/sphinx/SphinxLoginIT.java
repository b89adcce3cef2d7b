package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.expect.Attributes;
import dev.legacylogin.expect.Expect;
import dev.legacylogin.expect.Jwt;
import dev.legacylogin.expect.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/api/auth/login} answers as page 004 says. */
class SphinxLoginIT {

    private static final TestRealm DEMO = TestRealm.demo();

    @Test
    void demoUserWithARedirect() {
        Sphinx.loggedInWithRedirect(Sphinx.login(DEMO, "TestUser", "password"), "pw/reset");
    }

    @Test
    void demoUserWithoutARedirect() {
        Sphinx.loggedIn(Sphinx.login(DEMO, "mysusername", "abcd1234"));
    }

    @Test
    void tokensAreTheUsers() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Sphinx.login(user);

            Sphinx.loggedIn(answer);
            Jwt accessToken = Jwt.of(Sphinx.accessToken(answer));
            Jwt refreshToken = Jwt.of(Sphinx.refreshToken(answer));
            assertThat(accessToken.text("sub")).isEqualTo(user.id());
            assertThat(accessToken.lifetime()).isEqualTo(Sphinx.ACCESS_TOKEN_LIFETIME);
            assertThat(refreshToken.text("sub")).isEqualTo(user.id());
            assertThat(refreshToken.lifetime()).isEqualTo(Sphinx.REFRESH_TOKEN_LIFETIME);
            assertThat(refreshToken.text("sid")).isEqualTo(accessToken.text("sid"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "https://example.org/a?b=c&d", "ž"})
    void redirectIsTheUsersAttribute(String redirect) {
        try (TestUser user = DEMO.createUser("right")) {
            Attributes.set(user, Map.of("redirect", redirect));

            Sphinx.loggedInWithRedirect(Sphinx.login(user), redirect);
        }
    }

    @Test
    void redirectIsNeverTakenFromTheRequest() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(Sphinx.LOGIN) + "?redirect=evil")
                    .json("{\"user\":\"%s\",\"password\":\"right\",\"redirect\":\"evil\",\"scope\":\"offline_access\"}"
                            .formatted(user.username()))
                    .send();

            Sphinx.loggedIn(answer);
        }
    }

    @Test
    void claimedRedirectGoesBeforeTheAttribute() {
        TestRealm realm = TestRealm.copy(RealmChange.userInfoMapper(
                Sphinx.CLIENT,
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", "redirect", "claim.value", "claimed", "jsonType.label", "String")));
        try (realm) {
            Sphinx.loggedInWithRedirect(Sphinx.login(realm, "mysusername", "abcd1234"), "claimed");
            Sphinx.loggedInWithRedirect(Sphinx.login(realm, "TestUser", "password"), "claimed");
        }
    }

    @Test
    void redirectThatIsNoTextIsNone() {
        TestRealm realm = TestRealm.copy(RealmChange.userInfoMapper(
                Sphinx.CLIENT,
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", "redirect", "claim.value", "{\"to\":\"a\"}", "jsonType.label", "JSON")));
        try (realm) {
            Sphinx.loggedIn(Sphinx.login(realm, "TestUser", "password"));
        }
    }

    @Test
    void emailWorksAsUser() {
        try (TestUser user = DEMO.createUser("right")) {
            Sphinx.loggedIn(Sphinx.login(DEMO, user.username() + "@example.org", "right"));
        }
    }

    @Test
    void rootPathAnswersTheSame() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(Sphinx.LOGIN)
                    .json("{\"user\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            Sphinx.loggedIn(answer);
        }
    }

    @Test
    void allowedOriginMayReadTheAnswer() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(Sphinx.LOGIN))
                    .header("Origin", "http://localhost:3000")
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body("{\"user\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            Sphinx.loggedIn(answer, Expect.allowed("http://localhost:3000"));
        }
    }
}
