package dev.legacylogin.sphinx;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh at {@code /v1/api/auth/refresh} that fails, in a realm that revokes used refresh tokens. */
class SphinxRefreshDeniedIT {

    @AutoClose
    private static TestRealm realm =
            TestRealm.forManyLogins(json -> json.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 0));

    @ParameterizedTest
    @ValueSource(strings = {"junk", "a.b.c", "eyJhbGciOiJub25lIn0.eyJ0eXAiOiJSZWZyZXNoIn0."})
    void junkIsRefused(String token) {
        SphinxPath.invalidToken(SphinxPath.refresh(realm, token));
        SphinxPath.invalidToken(
                Http.post(realm.path(SphinxPath.REFRESH)).bearer(token).send());
    }

    @Test
    void accessTokenIsRefused() {
        String accessToken = SphinxPath.accessToken(SphinxPath.login(realm, "TestUser", "password"));

        SphinxPath.invalidToken(SphinxPath.refresh(realm, accessToken));
        SphinxPath.invalidToken(
                Http.post(realm.path(SphinxPath.REFRESH)).bearer(accessToken).send());
    }

    @Test
    void allowedOriginMayReadAnError() {
        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Origin", "http://localhost:3000")
                .json("{\"refresh_token\":\"junk\"}")
                .send();

        SphinxPath.invalidToken(answer, SphinxPath.readable("http://localhost:3000"));
    }
}
