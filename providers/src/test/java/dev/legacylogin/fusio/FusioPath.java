package dev.legacylogin.fusio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Expect;
import dev.legacylogin.Failure;
import dev.legacylogin.Jwt;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Set;

/** The calls of Fusio and their answers. */
final class FusioPath {
    static final String CLIENT = "legacy-fusio";
    static final String PATH = "/consumer/login";
    static final String DOCUMENTED = "{\"token\":\"<Bearer legacy-fusio>\"}";
    /** What a client has by default in the demo realm. */
    static final Set<String> DEFAULT_SCOPES = Set.of("profile", "email");

    private FusioPath() {}

    static Answer login(TestRealm realm, String username, String password) {
        return post(realm, "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    static Answer loginWithScopes(TestRealm realm, String username, String password, String scopes) {
        return post(
                realm, "{\"username\":\"%s\",\"password\":\"%s\",\"scopes\":%s}".formatted(username, password, scopes));
    }

    static Answer post(TestRealm realm, String json) {
        return Http.post(realm.path(PATH)).json(json).send();
    }

    static Answer put(TestRealm realm, String json) {
        return Http.put(realm.path(PATH)).json(json).send();
    }

    static Answer refresh(TestRealm realm, String refreshToken) {
        return put(realm, "{\"refresh_token\":\"%s\"}".formatted(refreshToken));
    }

    /** The token of an answer that is the documented success and nothing else. */
    static Jwt token(Answer answer) {
        Expect.json(answer, 200, DOCUMENTED);
        return Jwt.of(answer.text("/token"));
    }

    /** The answer is the documented failure with this message. */
    static void failed(Answer answer, String message) {
        Expect.json(answer, 400, failure(message));
    }

    static String failure(String message) {
        return Failure.fusio(400, message).body();
    }

    /** The token's own words on whom it is for, and that it is an access token that lives. */
    static void isOf(Jwt token, TestRealm realm, String username) {
        assertThat(token.text("preferred_username")).isEqualTo(username);
        assertThat(token.text("iss")).endsWith("/realms/" + realm.name());
        Expect.lifetime(token, 300);
    }
}
