package dev.legacylogin.sphinx;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request to {@code /v1/api/auth/refresh} that brings no refresh token. */
class SphinxWithoutRefreshTokenIT {

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh_token\":null}", "{\"refresh_token\":\" \"}", "{\"refresh_token\":[1]}"})
    void noTokenAtAllIsMalformed(String body) {
        malformed(SphinxPath.post(realm, SphinxPath.REFRESH, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNzd29yZA==", "Token abc"})
    void headerWithoutABearerIsNoToken(String authorization) {
        malformed(Http.post(realm.path(SphinxPath.REFRESH))
                .header("Authorization", authorization)
                .send());
    }

    @Test
    void cookieIsNoTokenWhereCookiesAreOff() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        malformed(Http.post(realm.path(SphinxPath.REFRESH))
                .header("Cookie", "refresh_token=" + refreshToken)
                .send());
    }

    @Test
    void twoAuthorizationHeadersAreNoToken() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        malformed(Http.post(realm.path(SphinxPath.REFRESH))
                .bearer(refreshToken)
                .bearer(refreshToken)
                .send());
    }

    private static void malformed(Answer answer) {
        SphinxPath.refreshFailed(answer, 400, "malformed", "Malformed request");
    }
}
