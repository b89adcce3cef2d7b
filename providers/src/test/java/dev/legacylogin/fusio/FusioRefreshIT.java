package dev.legacylogin.fusio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** {@code PUT /consumer/login} refreshes, also where the setting leaves the answers as Fusio documents them. */
@ResourceLock(TestRealm.DEMO)
class FusioRefreshIT {

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    private static final OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, FusioPath.CLIENT);

    @Test
    void refreshTokenOfKeycloaksOwnEndpointGivesATokenOfItsSession() {
        String refreshToken = own.refreshToken("TestUser", "password");

        Jwt token = FusioPath.token(FusioPath.refresh(realm, refreshToken));

        FusioPath.isOf(token, realm, "testuser");
        assertThat(token.text("sid")).isEqualTo(Jwt.of(refreshToken).text("sid"));
    }

    @Test
    void usedRefreshTokenStaysGoodWhereTheRealmDoesNotRevokeIt() {
        String refreshToken = own.refreshToken("TestUser", "password");

        FusioPath.token(FusioPath.refresh(realm, refreshToken));
        FusioPath.token(FusioPath.refresh(realm, refreshToken));
    }

    @Test
    void rootPathAnswersTheSame() {
        TestRealm demo = TestRealm.demo();
        try (TestUser user = demo.createUser("right")) {
            String refreshToken = OwnTokenEndpoint.of(demo, FusioPath.CLIENT).refreshToken(user.username(), "right");

            Answer answer = Http.put(FusioPath.PATH)
                    .json("{\"refresh_token\":\"%s\"}".formatted(refreshToken))
                    .send();

            FusioPath.isOf(FusioPath.token(answer), demo, user.username());
        }
    }
}
