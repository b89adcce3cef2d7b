package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/api/auth/login} answers as sphinx-cbs documents it. */
@ResourceLock(TestRealm.DEMO)
class SphinxLoginIT {

    private static final TestRealm DEMO = TestRealm.demo();

    @Test
    void demoUserWithARedirect() {
        SphinxPath.loggedInWithRedirect(SphinxPath.login(DEMO, "TestUser", "password"), "pw/reset");
    }

    @Test
    void demoUserWithoutARedirect() {
        SphinxPath.loggedIn(SphinxPath.login(DEMO, "mysusername", "abcd1234"));
    }

    @Test
    void tokensAreTheUsers() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = SphinxPath.login(user);

            SphinxPath.loggedIn(answer);
            Jwt accessToken = Jwt.of(SphinxPath.accessToken(answer));
            Jwt refreshToken = Jwt.of(SphinxPath.refreshToken(answer));
            assertThat(accessToken.text("sub")).isEqualTo(user.id());
            Expect.lifetime(accessToken, SphinxPath.ACCESS_TOKEN_LIFETIME);
            assertThat(refreshToken.text("sub")).isEqualTo(user.id());
            Expect.lifetime(refreshToken, SphinxPath.REFRESH_TOKEN_LIFETIME);
            assertThat(refreshToken.text("sid")).isEqualTo(accessToken.text("sid"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "https://example.org/a?b=c&d", "ž"})
    void redirectIsTheUsersAttribute(String redirect) {
        try (TestUser user = DEMO.createUser("right")) {
            user.attributes(Map.of("redirect", redirect));

            SphinxPath.loggedInWithRedirect(SphinxPath.login(user), redirect);
        }
    }

    @Test
    void redirectIsNeverTakenFromTheRequest() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(SphinxPath.LOGIN) + "?redirect=evil")
                    .json("{\"user\":\"%s\",\"password\":\"right\",\"redirect\":\"evil\",\"scope\":\"offline_access\"}"
                            .formatted(user.username()))
                    .send();

            SphinxPath.loggedIn(answer);
        }
    }

    @Test
    void claimedRedirectGoesBeforeTheAttribute() {
        try (TestRealm realm = realmWithClaim("claimed", "String")) {
            SphinxPath.loggedInWithRedirect(SphinxPath.login(realm, "mysusername", "abcd1234"), "claimed");
            SphinxPath.loggedInWithRedirect(SphinxPath.login(realm, "TestUser", "password"), "claimed");
        }
    }

    @Test
    void redirectThatIsNoTextIsNone() {
        try (TestRealm realm = realmWithClaim("{\"to\":\"a\"}", "JSON")) {
            SphinxPath.loggedIn(SphinxPath.login(realm, "TestUser", "password"));
        }
    }

    private static TestRealm realmWithClaim(String redirect, String type) {
        return TestRealm.copy(RealmChange.fixedClaim(SphinxPath.CLIENT, "redirect", redirect, type));
    }

    @Test
    void emailWorksAsUser() {
        try (TestUser user = DEMO.createUser("right")) {
            SphinxPath.loggedIn(SphinxPath.login(DEMO, user.username() + "@example.org", "right"));
        }
    }

    @Test
    void rootPathAnswersTheSame() {
        try (TestUser user = DEMO.createUser("right")) {
            SphinxPath.loggedIn(Calls.request(Route.SPHINX, SphinxPath.LOGIN, user.username(), "right")
                    .send());
        }
    }

    @Test
    void allowedOriginMayReadTheAnswer() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(SphinxPath.LOGIN))
                    .header("Origin", "http://localhost:3000")
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body("{\"user\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            SphinxPath.loggedIn(answer, Expect.allowed("http://localhost:3000"));
        }
    }
}
