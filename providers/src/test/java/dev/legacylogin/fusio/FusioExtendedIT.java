package dev.legacylogin.fusio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code /consumer/login} with the setting {@code response=extended}, in a realm that revokes used refresh tokens. */
class FusioExtendedIT {

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> {
        RealmChange.setting(FusioPath.CLIENT, "response", "extended").accept(json);
        json.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 0);
    });

    @Test
    void loginAnswersLifetimeRefreshTokenAndScopes() {
        Answer answer = FusioPath.login(realm, "TestUser", "password");

        isExtended(answer, Set.of("profile", "email"));
        FusioPath.isOf(Jwt.of(answer.text("/token")), realm, "testuser");
    }

    @Test
    void scopesAreTheGrantedOnes() {
        Answer answer = FusioPath.loginWithScopes(realm, "TestUser", "password", "[\"phone\",\"nonsense\"]");

        isExtended(answer, Set.of("profile", "email", "phone"));
    }

    @Test
    void refreshAnswersTheSame() {
        Answer login = FusioPath.loginWithScopes(realm, "TestUser", "password", "[\"phone\"]");

        Answer refreshed = FusioPath.refresh(realm, refreshToken(login));

        isExtended(refreshed, Set.of("profile", "email", "phone"));
        assertThat(refreshToken(refreshed)).isNotEqualTo(refreshToken(login));
        assertThat(Jwt.of(refreshed.text("/token")).text("sid"))
                .isEqualTo(Jwt.of(refreshToken(login)).text("sid"));
    }

    @Test
    void usedRefreshTokenDiesAndTakesItsDescendantsAlong() {
        String used = refreshToken(FusioPath.login(realm, "TestUser", "password"));
        String newer = refreshToken(FusioPath.refresh(realm, used));

        FusioPath.failed(FusioPath.refresh(realm, used), "Invalid refresh token");
        FusioPath.failed(FusioPath.refresh(realm, newer), "Invalid refresh token");
    }

    @Test
    void refreshTokensCanBeFollowedOneAfterTheOther() {
        String refreshToken = refreshToken(FusioPath.login(realm, "TestUser", "password"));
        for (int i = 0; i < 3; i++) {
            Answer answer = FusioPath.refresh(realm, refreshToken);
            isExtended(answer, Set.of("profile", "email"));
            refreshToken = refreshToken(answer);
        }
    }

    @Test
    void errorsStayAsDocumented() {
        FusioPath.failed(FusioPath.login(realm, "nobody", "password"), "Invalid name or password");
        FusioPath.failed(FusioPath.post(realm, "{}"), "No username provided");
        FusioPath.failed(FusioPath.put(realm, "{}"), "Invalid refresh token");
    }

    private static String refreshToken(Answer answer) {
        return answer.text("/refresh_token");
    }

    /** Keycloak does not put the scopes in any order. */
    private static void isExtended(Answer answer, Set<String> scopes) {
        String scope = answer.json().path("scope").asText();
        int seconds = Expect.seconds(answer.json().path("expires_in"), 300);
        Expect.json(answer, 200, """
                {"token":"<Bearer legacy-fusio>","expires_in":%d,"refresh_token":"<Refresh legacy-fusio>","scope":"%s"}""".formatted(seconds, scope));
        assertThat(scope.split(",")).containsExactlyInAnyOrderElementsOf(scopes);
    }
}
