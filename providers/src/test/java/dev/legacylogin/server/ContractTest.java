package dev.legacylogin.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legacylogin.server.Contract.Sent;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison with the OpenAPI document sees what it is for. */
class ContractTest {
    private static final String TOKEN = "{\"token\":\"eyJh.eyJz.c2ln\"}";
    private static final String ERROR =
            "{\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"Invalid name or password\"}";
    private static final String LOGIN = "{\"username\":\"a\",\"password\":\"b\",\"other\":1}";

    @ParameterizedTest
    @ValueSource(strings = {"/consumer/login", "/realms/legacy/consumer/login", "/consumer/login?a=b"})
    void whatIsDocumentedPasses(String path) {
        assertThatCode(() -> Contract.check("POST", path, sent(LOGIN), answer(200, TOKEN, Map.of())))
                .doesNotThrowAnyException();
        assertThatCode(() -> Contract.check("POST", path, sent("{}"), answer(400, ERROR, Map.of())))
                .doesNotThrowAnyException();
        assertThatCode(() -> Contract.check(
                        "GET",
                        path,
                        sent(""),
                        answer(
                                405,
                                ERROR.replace("Invalid name or password", "Method not allowed"),
                                Map.of("Allow", "OPTIONS, POST, PUT"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"no token\"}",
                "{\"token\":1}",
                "{}",
                "[]",
                "{\"token\":\"eyJh.eyJz.c2ln\",\"more\":1}",
                "token",
                ""
            })
    void anotherBody(String body) {
        fails("POST", "/consumer/login", LOGIN, answer(200, body, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "X-More,1",
        "Set-Cookie,a=b",
        "Cache-Control,no-cache",
        "Vary,*",
        "WWW-Authenticate,Basic",
        "Sunset,2027-01-31",
        "Deprecation,true",
        "Content-Type,text/plain",
        "Allow,POST"
    })
    void anotherHeader(String name, String value) {
        fails("POST", "/consumer/login", LOGIN, answer(200, TOKEN, Map.of(name, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control", "X-Content-Type-Options", "Vary", "Content-Type"})
    void aMissingHeader(String name) {
        fails("POST", "/consumer/login", LOGIN, answer(200, TOKEN, Map.of(name, "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 401, 422, 429, 503})
    void anotherStatus(int status) {
        fails("POST", "/realms/legacy/consumer/login", LOGIN, answer(status, ERROR, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"username\":\"a\"}", "{\"username\":1,\"password\":\"b\"}", "[]", "x"})
    void anotherRequestThatWasGranted(String body) {
        fails("POST", "/consumer/login", body, answer(200, TOKEN, Map.of()));
    }

    /** As the server takes them. */
    @ParameterizedTest
    @ValueSource(strings = {";", "", " ", "application/json", "APPLICATION/JSON; charset=utf-8", "application/x+json"})
    void contentTypesThatCountAsJson(String type) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        Sent sent = new Sent(headers, LOGIN.getBytes(StandardCharsets.UTF_8));

        assertThatCode(() -> Contract.check("POST", "/consumer/login", Optional.of(sent), answer(200, TOKEN, Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void aTokenForNothing() {
        Answer answer = answer(200, "{\"isSuccess\":true,\"token\":\"eyJh.eyJz.c2ln\"}", Map.of());

        fails("POST", "/api/auth/token", "", answer);
    }

    @Test
    void otherPathsAreNoneOfItsBusiness() {
        Answer answer = answer(302, "x", Map.of("Location", "/"));

        for (String path : List.of("/", "/realms/legacy", "/consumer/login/x", "/realms/a/b/consumer/login")) {
            assertThatCode(() -> Contract.check("POST", path, sent(""), answer)).doesNotThrowAnyException();
        }
    }

    private static void fails(String method, String path, String body, Answer answer) {
        assertThatThrownBy(() -> Contract.check(method, path, sent(body), answer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(path);
    }

    private static Optional<Sent> sent(String body) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
        return Optional.of(new Sent(headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** With the headers of every answer but for these; an empty one is left out. */
    private static Answer answer(int status, String body, Map<String, String> changes) {
        Map<String, String> headers = new TreeMap<>(Map.of(
                "Cache-Control", "no-store",
                "Content-Type", "application/json",
                "Content-Length", "1",
                "X-Frame-Options", "SAMEORIGIN",
                "Vary", "Origin",
                "X-Content-Type-Options", "nosniff"));
        headers.putAll(changes);
        headers.values().removeIf(String::isEmpty);
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Answer(status, HttpHeaders.of(lists, (name, value) -> true), body);
    }
}
