package dev.legacylogin.passport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens that {@code /oauth/token} refuses: one answer for all. */
class PassportRefreshRefusalIT {
    static final String INVALID =
            "{\"error\":\"invalid_request\",\"error_description\":\"The refresh token is invalid.\","
                    + "\"hint\":\"Token has been revoked\",\"message\":\"The refresh token is invalid.\"}";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> {
        json.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 0);
        PassportPath.addClient(json, "3");
    });

    private static final PassportPath path = PassportPath.of(realm);

    private final TestUser user = realm.createUser("a password");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c",
                "..",
                "def5020065e40a869df9a50ad91ca84192bbc6c0e5ae9f01137238c647e5cc3e7b80686d6849c598614f95b60a2ae989",
                "eyJhbGciOiJub25lIn0.e30.",
                "bnVsbA.bnVsbA.bnVsbA",
                "ü",
                "a b\u0000"
            })
    void junk(String token) {
        assertInvalid(token);
    }

    @Test
    void accessTokenAndIdToken() {
        JsonNode tokens = OwnTokenEndpoint.of(realm, PassportPath.CLIENT)
                .password(user, "openid")
                .json();

        assertInvalid(tokens.path("access_token").textValue());
        assertInvalid(tokens.path("id_token").textValue());
    }

    @Test
    void tokenOfAnotherClient() {
        Map<String, Object> fields = PassportPath.fields(user);
        fields.put("client_id", "3");
        String token = refreshToken(path.login(fields).json().path("access_token"));
        assertInvalid(token);
        assertInvalid(refreshToken(OwnTokenEndpoint.of(realm, "legacy-fusio")
                .password(user, "openid")
                .json()));

        Map<String, Object> own = PassportPath.refresh(token);
        own.put("client_id", "3");
        PassportPath.assertTokens(path.token(own));
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.path("refresh_token").textValue();
    }

    private static void assertInvalid(String token) {
        Map<String, Object> fields = PassportPath.refresh(token);
        assertInvalid(path.token(fields));
        assertInvalid(path.token().form(PassportPath.form(fields)).send());
    }

    private static void assertInvalid(Answer answer) {
        Answers.assertJson(answer, 401, INVALID);
    }
}
