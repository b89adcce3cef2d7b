package dev.legacylogin.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.legacylogin.described.DescribedEndpoint;
import dev.legacylogin.described.DescribedRequest;
import dev.legacylogin.described.Description;
import dev.legacylogin.described.Mistake;
import dev.legacylogin.described.Trial;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Json;
import dev.legacylogin.http.Members;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.token.TokenOutcome.Reason;
import dev.legacylogin.user.LegacyUser;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/**
 * Any text as a description is refused with the places of its mistakes, or answers every call. See docs/fuzzing.md.
 *
 * <p>An input is the text. Where it is a description, each of its endpoints gets a request that has all it needs, for two
 * users and for each reason why nobody gets tokens; and it is refused for each fault.
 */
class DescriptionFuzz {
    /** It warns of every value that does not fit: not here, where most do not. */
    private static final List<Logger> LOGS =
            List.of(Logger.getLogger(LegacyUser.class.getName()), Logger.getLogger(Answer.class.getName()));

    /** What requests carry, and no answer may repeat. */
    private static final String SENT = "zqsentqz";

    /** What users and requests have, and no description. */
    private static final Pattern OURS = Pattern.compile("zq\\w*qz");

    /** By how much a value can be longer than its name in a description. */
    private static final int GROWTH = 20;

    /** Where samples end that are longer than their description, after those of one more endpoint. */
    private static final int MAX_SHOWN = 2_000_000;

    private static final int SHORT = 1000;
    private static final Set<String> TYPES =
            Set.of("application/json", "application/problem+json", "text/plain;charset=UTF-8");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void quiet() {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
    }

    @Timeout(20)
    @FuzzTest(maxDuration = "1m")
    @DictionaryEntries({
        "\"endpoints\":[{",
        "\"operation\":\"login\"",
        "\"operation\":\"refresh\"",
        "\"operation\":\"renew\"",
        "\"operation\":\"me\"",
        "\"operation\":\"logout\"",
        "\"method\":\"GET\"",
        "\"path\":\"/a\"",
        "\"accepts\":[\"multipart\"]",
        "\"requires\":{\"query.a\":1}",
        "\"username\":[\"basic.username\"]",
        "\"password\":\"header.x\"",
        "\"token\":\"cookie.x\"",
        "\"success\":{",
        "\"errors\":{",
        "\"status\":201",
        "\"body\":",
        "\"text\":\"",
        "\"type\":\"application/problem+json\"",
        "\"headers\":{\"X-A\":\"",
        "\"cookies\":{\"a\":{\"value\":\"{access_token}\"}}",
        "\"unknown-user\":{",
        "{access_token}",
        "{refresh_expires_in:milliseconds}",
        "{expires_at:epoch}",
        "{user.id:integer}",
        "{field.role:list}",
        "{own.a:json}",
        "{reason}",
        "?\":"
    })
    void descriptions(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        if (OURS.matcher(text).find()) {
            return; // a constant that the fuzzer has learned from what it is compared with
        }

        Description description = Description.of(text);

        assertThat(description.isUsable()).isEqualTo(description.mistakes().isEmpty());
        assertThat(Description.of(text).mistakes()).isEqualTo(description.mistakes());
        description.mistakes().forEach(DescriptionFuzz::check);
        if (description.isUsable()) {
            assertThat(Json.write(Trial.of(text)).length).isLessThan(MAX_SHOWN + GROWTH * GROWTH * text.length());
            assertThat(DescribedRequest.openApi(description).length).isLessThan(GROWTH * text.length() + 100 * SHORT);
            for (JsonNode endpoint : DescribedRequest.endpoints(text)) {
                check(found(description, endpoint), DescribedRequest.of(endpoint, 0, name -> SENT), text.length());
            }
        } else {
            assertThat(description.endpoints()).isEmpty();
        }
    }

    private static void check(Mistake mistake) {
        assertThat(mistake.place()).matches("\\P{Cntrl}{1,201}");
        assertThat(mistake.text()).matches("\\P{Cntrl}{1," + SHORT + "}");
    }

    private static DescribedEndpoint found(Description description, JsonNode endpoint) {
        return description.endpoints().stream()
                .filter(one -> one.path().equals(endpoint.path("path").textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static void check(DescribedEndpoint endpoint, DescribedRequest request, int length) throws IOException {
        Call call = call(request);
        for (Fault fault : Fault.values()) {
            checkRefusal(endpoint.refuse(fault, call), length);
        }
        Operation operation = endpoint.operations().get(request.method());
        for (Reason reason : Reason.values()) {
            checkRefusal(answer(endpoint, operation, call, FuzzedTokens.denied(reason)), length);
        }
        for (FuzzedUser user : FuzzedUser.values()) {
            Answer answer = answer(endpoint, operation, call, FuzzedTokens.granted(user));
            check(answer, length);
            assertThat(shown(answer)).doesNotContain(user.other().traces());
            if (answer.status() >= 300) {
                checkRefusal(answer, length);
            }
        }
    }

    private static Answer answer(DescribedEndpoint endpoint, Operation operation, Call call, FuzzedTokens tokens) {
        try {
            return operation.answer(call, new Client(null, new Settings(Map.of()), tokens));
        } catch (RefusedException e) {
            return endpoint.refuse(e.fault(), call);
        }
    }

    private static void checkRefusal(Answer answer, int length) throws IOException {
        check(answer, length);
        assertThat(answer.status()).isBetween(400, 599);
        assertThat(shown(answer)).doesNotContain("Set-Cookie");
        for (FuzzedUser user : FuzzedUser.values()) {
            assertThat(shown(answer)).doesNotContain(user.traces());
        }
    }

    private static void check(Answer answer, int length) throws IOException {
        assertThat(answer.status())
                .matches(status -> status < 300 || status >= 400)
                .isBetween(200, 599);
        assertThat(shown(answer)).doesNotContain(SENT);
        for (Map.Entry<String, String> header : answer.headers()) {
            assertThat(header.getKey()).matches("[A-Za-z][A-Za-z0-9-]*");
            assertThat(header.getValue()).matches("[ -~]*");
        }
        if (answer.body() != null) {
            assertThat(answer.type()).isIn(TYPES);
            assertThat(answer.body().length).isLessThan(GROWTH * length + SHORT);
            if (answer.type().contains("json")) {
                // as text: Jackson reads half of a surrogate pair in a name there only
                JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
    }

    private static String shown(Answer answer) {
        String body = answer.body() == null ? "" : new String(answer.body(), StandardCharsets.UTF_8);
        return answer.headers() + body;
    }

    private static Call call(DescribedRequest request) {
        String query = request.encodedQuery();
        HttpHeaders headers = (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> method.getName().equals("getRequestHeader")
                        ? Optional.ofNullable(request.headers().get(arguments[0]))
                                .map(List::of)
                                .orElse(null)
                        : null);
        return new Call(
                request.method(),
                URI.create("https://localhost/a"),
                query.isEmpty() ? null : query,
                headers,
                new Members(request.body()));
    }
}
