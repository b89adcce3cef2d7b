package dev.legacylogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legacylogin.server.Answer;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison of whole answers sees what it is for. */
class ExpectTest {

    private static final String BODY = "{\"a\":1,\"b\":\"c\"}";

    @Test
    void sameAnswerPasses() {
        Expect.json(answer(200, BODY, Map.of("Content-Length", "15", "X-Frame-Options", "SAMEORIGIN")), 200, BODY);
        Expect.json(answer(400, BODY, Map.of("Allow", "GET")), 400, BODY, "allow", "GET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"b":"c","a":1}
                    {"a":1,"b":"c","d":null}
                    {"a":"1","b":"c"}
                    {"a":1, "b":"c"}
                    {"a":1}
                    """)
    void otherBodyFails(String body) {
        fails(answer(200, body, Map.of()));
    }

    @Test
    void otherStatusFails() {
        fails(answer(201, BODY, Map.of()));
    }

    @Test
    void otherHeadersFail() {
        fails(answer(200, BODY, Map.of("Set-Cookie", "a=b")));
        fails(answer(200, BODY, Map.of("Authorization", "Bearer a")));
        fails(answer(200, BODY, Map.of("WWW-Authenticate", "Basic")));
        fails(answer(200, BODY, Map.of("Cache-Control", "no-cache")));
        fails(answer(200, BODY, Map.of("Content-Type", "application/json;charset=UTF-8")));
        assertThatThrownBy(() -> Expect.json(answer(200, BODY, Map.of()), 200, BODY, "allow", "GET"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void tokensAndDatesAreShownByWhatTheyAre() {
        String token = Jwt.encoded("{\"alg\":\"RS256\"}") + "." + Jwt.encoded("{\"typ\":\"Bearer\",\"azp\":\"app\"}")
                + ".c2ln";

        assertThat(Expect.shown("a=" + token + "; Expires=Fri, 02 Jan 2026 03:04:05 GMT; b=\"" + token + "\""))
                .isEqualTo("a=<Bearer app>; Expires=<date>; b=\"<Bearer app>\"");
    }

    private static void fails(Answer answer) {
        assertThatThrownBy(() -> Expect.json(answer, 200, BODY)).isInstanceOf(AssertionError.class);
    }

    private static Answer answer(int status, String body, Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>(Map.of(
                "Cache-Control", List.of("no-store"),
                "Content-Type", List.of("application/json"),
                "Vary", List.of("Origin"),
                "X-Content-Type-Options", List.of("nosniff")));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Answer(status, HttpHeaders.of(all, (name, value) -> true), body);
    }
}
