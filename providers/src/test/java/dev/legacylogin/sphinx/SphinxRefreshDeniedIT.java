package dev.legacylogin.sphinx;

import dev.legacylogin.Expect;
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
        invalid(SphinxPath.refresh(realm, token));
        invalid(Http.post(realm.path(SphinxPath.REFRESH)).bearer(token).send());
    }

    @Test
    void accessTokenIsRefused() {
        String accessToken = SphinxPath.accessToken(SphinxPath.login(realm, "TestUser", "password"));

        invalid(SphinxPath.refresh(realm, accessToken));
        invalid(Http.post(realm.path(SphinxPath.REFRESH)).bearer(accessToken).send());
    }

    @Test
    void allowedOriginMayReadAnError() {
        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Origin", "http://localhost:3000")
                .json("{\"refresh_token\":\"junk\"}")
                .send();

        Expect.json(
                answer,
                401,
                SphinxPath.inResult(SphinxPath.error(401, "invalid_token", "The refresh token is not valid")),
                "access-control-allow-origin",
                "http://localhost:3000",
                "access-control-allow-credentials",
                "true",
                "access-control-expose-headers",
                "Authorization, X-Refresh-Token");
    }

    private static void invalid(Answer answer) {
        Expect.json(
                answer,
                401,
                SphinxPath.inResult(SphinxPath.error(401, "invalid_token", "The refresh token is not valid")));
    }
}
