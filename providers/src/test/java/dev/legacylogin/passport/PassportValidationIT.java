package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests at {@code /api/auth/login} that are not as documented: Laravel's validation answers. */
@ResourceLock(TestRealm.DEMO)
class PassportValidationIT {
    private static final String BOTH = "\"username\":[\"The username field is required.\"],"
            + "\"password\":[\"The password field is required.\"]";

    private final PassportPath path = PassportPath.of(TestRealm.demo());
    private final Map<String, Object> fields = PassportPath.fields("mysusername", "abcd1234");

    @ParameterizedTest
    @ValueSource(strings = {"username", "password"})
    void missingFieldIsNamed(String field) {
        fields.remove(field);
        String error = "\"" + field + "\":[\"The " + field + " field is required.\"]";

        assertRequired(path.login(fields), error);
        assertRequired(path.login().form(PassportPath.form(fields)).send(), error);
        assertRequired(PassportPath.ROOT.login(fields), error);
    }

    static Stream<Object> noText() {
        return Stream.of("", " ", "\t\n", 1.5, true, List.of(), List.of("mysusername"), Map.of());
    }

    @ParameterizedTest
    @MethodSource("noText")
    void whatIsNoTextIsMissing(Object value) {
        fields.put("username", value);
        assertRequired(path.login(fields), "\"username\":[\"The username field is required.\"]");
        fields.put("password", value);
        assertRequired(path.login(fields), BOTH);
        fields.put("username", null);
        fields.put("password", null);
        assertRequired(path.login(fields), BOTH);
    }

    @Test
    void fieldsAreAskedForBeforeTheClientIsLookedAt() {
        assertRequired(path.login(Map.of("client_id", "99")), BOTH);
        assertRequired(path.login(Map.of()), BOTH);
        assertRequired(path.login().send(), BOTH);
        assertRequired(path.login().form(Map.of()).send(), BOTH);
    }

    static List<String> malformed() {
        return Arrays.asList(
                "",
                " ",
                "{",
                "{}}",
                "null",
                "[]",
                "\"text\"",
                "1",
                "not JSON",
                "{'username':'mysusername'}",
                "{\"username\":\"mysusername\"",
                "{\"username\":\"mysusername\",\"username\":\"mysusername\"}",
                "{\"username\":\"mysusername\",}",
                "{\"username\":\"mysusername\"} {}",
                "{\"username\":\"mys\u0001username\"}",
                "\ufeff{\"username\":\"mysusername\"}",
                "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}",
                "username=mysusername&password=abcd1234");
    }

    /** Laravel takes a body that it cannot read for one without fields. */
    @ParameterizedTest
    @MethodSource("malformed")
    void malformedJsonHasNoFields(String body) {
        assertRequired(path.login().json(body).send(), BOTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username=mysusername&password=%ff",
                "username[]=mysusername&password[]=abcd1234",
                "{\"username\":\"mysusername\"}"
            })
    void malformedFormHasNoFields(String body) {
        assertRequired(
                path.login()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body(body)
                        .send(),
                BOTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "multipart/mixed; boundary=x", "application/octet-stream"})
    void otherContentTypesAreRefused(String contentType) {
        Answer answer = path.login()
                .header("Content-Type", contentType)
                .body(PassportPath.json(fields))
                .send();

        Answers.assertJson(answer, 415, "{\"success\":false,\"message\":\"Unsupported content type\"}");
    }

    @Test
    void bodyOverTheLimitIsRefused() {
        fields.put("padding", "x".repeat(16 * 1024));
        String tooLarge = "{\"success\":false,\"message\":\"The request is too large\"}";

        Answers.assertJson(path.login(fields), 413, tooLarge);
        Answers.assertJson(path.login().form(PassportPath.form(fields)).send(), 413, tooLarge);
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "PATCH", "DELETE", "PROPFIND"})
    void wrongMethodIsRefused(String method) {
        for (String prefix : List.of("/realms/legacy", "")) {
            Answer answer = Http.request(method, prefix + "/api/auth/login").send();

            Answers.assertJson(answer, 405, "{\"success\":false,\"message\":\"Method not allowed\"}");
            assertThat(answer.header("Allow")).contains("OPTIONS, POST");
        }
    }

    private static void assertRequired(Answer answer, String errors) {
        Answers.assertJson(
                answer, 422, "{\"message\":\"error.validation\",\"errors\":{" + errors + "},\"success\":false}");
    }
}
