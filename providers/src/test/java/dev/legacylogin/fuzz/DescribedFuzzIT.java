package dev.legacylogin.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Clients;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.described.DescribedApi;
import dev.legacylogin.described.DescribedRequest;
import dev.legacylogin.described.RandomDescription;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import jakarta.ws.rs.BadRequestException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * Any valid description is saved, and answers right and wrong requests as it says. See docs/fuzzing.md.
 *
 * <p>The bytes of an input are choices: of a description, as {@link RandomDescription} makes them, and of what is wrong
 * with a request. They go to a copy of the demo realm, as those of {@link HttpFuzzIT} do.
 */
class DescribedFuzzIT {
    private static final String CLIENT = "old-app";
    private static final String CLIENT_SECRET = "zqclientsecretqz";
    private static final String PASSWORD = "zqpasswordqz";
    /** What wrong requests carry, and no answer may repeat. */
    private static final String MARKER = "zqmarkerqz";

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ANSWER = 20 * MAX_BYTES;
    private static final List<String> TYPES =
            List.of("application/json", "application/problem+json", "text/plain;charset=UTF-8");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "X");
    private static final List<String> BODIES =
            List.of("", "{", "[]", "{\"a\":{\"b\":{\"" + MARKER + "\":1}}}", "username=%" + MARKER, "\u0000");

    private static final List<String> NO_TOKENS = List.of(
            MARKER,
            "..",
            "a.b.c",
            "bnVsbA.bnVsbA.bnVsbA",
            "e30.e30.e30",
            "eyJhbGciOiJub25lIn0.e30.",
            "eyJhbGciOiJYWCJ9.e30.x");

    @AutoClose
    private static TestRealm realm;

    private static OwnTokenEndpoint own;
    private static ProtocolMappersResource mappers;
    private static ProtocolMapperRepresentation form;

    private Choices choices;
    private JsonNode tokens;

    @BeforeAll
    static void createRealm() throws Exception {
        URI server = TestServer.get().baseUri();
        assertThat(InetAddress.getByName(server.getHost()).isLoopbackAddress()).isTrue();
        realm = TestRealm.copy(DescribedFuzzIT::change);
        own = new OwnTokenEndpoint(realm, CLIENT, CLIENT_SECRET);
        mappers = Clients.mappers(realm, CLIENT);
        form = mappers.getMappers().get(0);
    }

    private static void change(ObjectNode realm) {
        realm.put("bruteForceProtected", false).put("eventsEnabled", false);
        ObjectNode user = (ObjectNode) realm.withArray("users").get(1);
        user.put("username", "fuzzer").put("email", "fuzzer@example.org");
        ((ObjectNode) user.path("credentials").get(0)).put("value", PASSWORD);
        DescribedApi.addClient(realm, CLIENT, Map.of("api", "described"))
                .put("secret", CLIENT_SECRET)
                .put("fullScopeAllowed", true);
    }

    @Timeout(60)
    @FuzzTest(maxDuration = "1m", maxExecutions = 1_000_000)
    void requests(byte[] input) {
        choices = new Choices(input);
        ObjectNode description = new RandomDescription(choices).write();
        if (description.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            save(description.toString());
            tokens = own.password("fuzzer", PASSWORD).json();
            description.path("endpoints").forEach(this::call);
        }
    }

    private static void save(String description) {
        form.getConfig().put("description", description);
        try {
            mappers.update(form.getId(), form);
        } catch (BadRequestException e) {
            throw new AssertionError(e.getResponse().readEntity(String.class) + " for " + description, e);
        }
    }

    /** Wrong first: a logout ends the tokens. */
    private void call(JsonNode endpoint) {
        String operation = endpoint.path("operation").textValue();
        DescribedRequest right = DescribedRequest.of(endpoint, choices.applyAsInt(2), name -> right(operation, name));
        DescribedRequest wrong = DescribedRequest.of(
                endpoint, choices.applyAsInt(2), name -> name.equals("token") ? choices.one(NO_TOKENS) : MARKER);
        switch (choices.applyAsInt(5)) {
            case 0 -> wrong.headers().clear();
            case 1 -> wrong.body().removeAll();
            case 2 ->
                wrong.headers().put("Origin", choices.one(List.of("http://localhost:3000", "https://evil.example")));
            case 3 -> wrong.query().put(MARKER, MARKER);
            default -> {
                // with nothing but wrong values
            }
        }
        explore(operation, "wrong", send(wrong.method(), wrong, wrong.body().toString(), "application/json"));
        String method = choices.one(METHODS);
        String body = choices.one(BODIES);
        String type = choices.one(List.of(
                "application/json",
                "application/x-www-form-urlencoded",
                "text/xml",
                "multipart/form-data; boundary=x"));
        explore(operation, method, send(method, wrong, method.equals("HEAD") ? "" : body, type));
        Answer answer = send(right.method(), right, right.body().toString(), "application/json");
        explore(operation, "right", answer);
        assertThat(answer.status())
                .as("%s of %s", answer, endpoint)
                .isEqualTo(endpoint.path("success").path("status").intValue());
        if (operation.equals("logout")) {
            tokens = own.password("fuzzer", PASSWORD).json();
        }
    }

    private String right(String operation, String name) {
        return switch (name) {
            case "username" -> "fuzzer";
            case "password" -> PASSWORD;
            default ->
                tokens.path(operation.equals("refresh") ? "refresh_token" : "access_token")
                        .textValue();
        };
    }

    private static Answer send(String method, DescribedRequest request, String body, String contentType) {
        String query = request.encodedQuery();
        Http http = Http.request(
                method,
                realm.path("/legacy-login/clients/" + CLIENT + request.path()) + (query.isEmpty() ? "" : "?" + query));
        request.headers().forEach(http::header);
        boolean hasBody = !List.of("GET", "DELETE", "HEAD", "OPTIONS").contains(method);
        Answer answer =
                hasBody ? http.header("Content-Type", contentType).body(body).send() : http.send();
        check(answer);
        return answer;
    }

    private static void check(Answer answer) {
        String shown = answer.headers().map() + answer.body();
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 499);
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.header("x-content-type-options")).contains("nosniff");
        assertThat(answer.header("www-authenticate")).isEmpty();
        assertThat(answer.header("location")).isEmpty();
        assertThat(answer.body()).hasSizeLessThan(MAX_ANSWER);
        if (!answer.body().isEmpty()) {
            assertThat(answer.header("content-type").orElse("")).isIn(TYPES);
        }
        assertThat(shown).doesNotContain(MARKER, PASSWORD, CLIENT_SECRET);
        assertThat(shown).doesNotContain("org.keycloak", "java.", "Exception", "\tat ", "legacylogin");
        assertThat(shown).doesNotContain("error_description", "errorMessage", "Unrecognized", "<!DOCTYPE");
        if (answer.status() >= 400) {
            assertThat(shown).doesNotContain("eyJ").doesNotContain("fuzzer").doesNotContainIgnoringCase("set-cookie");
        }
    }

    /** Tells the fuzzer of an answer that it has not had yet: of the server's code it sees nothing. */
    private static void explore(String operation, String request, Answer answer) {
        Jazzer.exploreState(
                (byte) (answer.body().length() / 16),
                31 * (31 * operation.hashCode() + request.hashCode()) + answer.status());
    }
}
