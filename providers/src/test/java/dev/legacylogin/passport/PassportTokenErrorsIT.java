package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests at {@code /oauth/token} that are refused for another reason than the refresh token. */
@ResourceLock(TestRealm.DEMO)
class PassportTokenErrorsIT {
    private static final TestRealm REALM = TestRealm.demo();
    private static final PassportPath PATH = PassportPath.of(REALM);
    private static final String INVALID_CLIENT = error("invalid_client", "Client authentication failed", null);
    private static final String INVALID_CREDENTIALS =
            error("invalid_credentials", "The user credentials were incorrect.", null);
    private static final String UNSUPPORTED = error(
            "unsupported_grant_type",
            "The authorization grant type is not supported by the authorization server.",
            "Check that all required parameters have been provided");

    private static final TestUser user = REALM.createUser("a password");
    private static final String refreshToken =
            PATH.loggedIn(user).path("refresh_token").textValue();

    @AfterAll
    static void deleteUser() {
        PassportPath.assertTokens(PATH.token(PassportPath.refresh(refreshToken)));
        user.close();
    }

    static Stream<Object> wrong() {
        return Arrays.asList("wrong", "", " ", null, 99, true, List.of(), "legacy-fusio", "admin-cli").stream();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongClientOrSecret(Object value) {
        for (String field : List.of("client_id", "client_secret")) {
            Map<String, Object> refresh = PassportPath.refresh(refreshToken);
            refresh.put(field, value);
            Answers.assertJson(PATH.token(refresh), 401, INVALID_CLIENT);

            Map<String, Object> login = PassportPath.fields(user);
            login.put(field, value);
            Answers.assertJson(PATH.token(login), 401, INVALID_CLIENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_secret"})
    void missingClientOrSecret(String field) {
        Map<String, Object> fields = PassportPath.refresh(refreshToken);
        fields.remove(field);

        Answers.assertJson(PATH.token(fields), 401, INVALID_CLIENT);
        Answers.assertJson(
                PassportPath.ROOT.token().form(PassportPath.form(fields)).send(), 401, INVALID_CLIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "username", "password"})
    void missingParameter(String name) {
        String missing = error(
                "invalid_request",
                "The request is missing a required parameter, includes an invalid parameter value, includes a "
                        + "parameter more than once, or is otherwise malformed.",
                "Check the `" + name + "` parameter");
        Map<String, Object> fields =
                name.equals("refresh_token") ? PassportPath.refresh(refreshToken) : PassportPath.fields(user);

        for (Object value : Arrays.asList("", " ", null, 1.5, List.of("x"))) {
            fields.put(name, value);
            Answers.assertJson(PATH.token(fields), 400, missing);
        }
        fields.remove(name);
        Answers.assertJson(PATH.token(fields), 400, missing);
        Answers.assertJson(PATH.token().form(PassportPath.form(fields)).send(), 400, missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_credentials",
                "authorization_code",
                "urn:ietf:params:oauth:grant-type:uma-ticket",
                "Password",
                ""
            })
    void otherGrantTypes(String grantType) {
        Map<String, Object> fields = PassportPath.refresh(refreshToken);
        fields.put("grant_type", grantType);

        Answers.assertJson(PATH.token(fields), 400, UNSUPPORTED);
        Answers.assertJson(PATH.token().form(PassportPath.form(fields)).send(), 400, UNSUPPORTED);
    }

    @Test
    void missingGrantType() {
        Map<String, Object> fields = PassportPath.refresh(refreshToken);
        fields.remove("grant_type");

        Answers.assertJson(PATH.token(fields), 400, UNSUPPORTED);
    }

    @Test
    void wrongPasswordAndUnknownUsernameLookTheSame() {
        try (TestUser other = REALM.createUser("a password")) {
            Answers.assertJson(PATH.token(PassportPath.fields(other.username(), "wrong")), 401, INVALID_CREDENTIALS);
        }
        Answers.assertJson(PATH.token(PassportPath.fields("nobody-of-this-name", "wrong")), 401, INVALID_CREDENTIALS);
    }

    @Test
    void disabledUserAndRequiredActionLookTheSame() {
        try (TestUser other = REALM.createUser("a password").requiredActions("UPDATE_PASSWORD")) {
            Answers.assertJson(PATH.token(PassportPath.fields(other)), 401, INVALID_CREDENTIALS);
            other.change(u -> u.setEnabled(false));
            Answers.assertJson(PATH.token(PassportPath.fields(other)), 401, INVALID_CREDENTIALS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{\"grant_type\":\"password\",\"grant_type\":\"password\"}", "x=y"})
    void malformedJson(String body) {
        Answers.assertJson(PATH.token().json(body).send(), 400, error("invalid_request", "Malformed request", null));
    }

    @Test
    void otherContentTypeAndEndlessBody() {
        Http html = PATH.token().header("Content-Type", "text/html").body("{}");
        Answers.assertJson(html.send(), 415, error("invalid_request", "Unsupported content type", null));

        Map<String, Object> fields = PassportPath.refresh("x".repeat(16 * 1024));
        String tooLarge = error("invalid_request", "The request is too large", null);
        Answers.assertJson(PATH.token(fields), 413, tooLarge);
        Answers.assertJson(PATH.token().form(PassportPath.form(fields)).send(), 413, tooLarge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "PROPFIND"})
    void wrongMethod(String method) {
        for (String prefix : List.of("/realms/legacy", "")) {
            Answer answer = Http.request(method, prefix + "/oauth/token").send();

            Answers.assertJson(answer, 405, error("invalid_request", "Method not allowed", null));
            assertThat(answer.header("Allow")).contains("OPTIONS, POST");
        }
    }

    static String error(String error, String description, String hint) {
        return "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\","
                + (hint == null ? "" : "\"hint\":\"" + hint + "\",") + "\"message\":\"" + description + "\"}";
    }
}
