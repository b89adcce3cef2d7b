package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document of a described API, which is made of its description. */
class DescribedOpenApiIT {
    private static final String DESCRIPTION = """
            {
              "endpoints": [
                {
                  "operation": "login",
                  "path": "/in",
                  "requires": {"body.auth.type": "a constant"},
                  "username": ["body.auth.name", "basic.username", "header.X-Name"],
                  "password": ["body.secret", "basic.password"],
                  "accepts": ["json", "form"],
                  "success": {"body": {"jwt": "{access_token}", "x": "a constant"}, "headers": {"X-User": "{user.id}"}}
                },
                {"operation": "logout", "method": "DELETE", "path": "/in", "token": ["header.Authorization", "bearer"]}
              ],
              "errors": {"error": {"status": 400, "text": "a constant"}}
            }
            """;

    @AutoClose
    private static final DescribedApi API = DescribedApi.of(DESCRIPTION, realm -> {
        DescribedApi.addClient(realm, "broken", "{}");
        DescribedApi.addClient(realm, "a/b", Map.of("api", "strapi"));
        Presets.NAMES.forEach(preset -> DescribedApi.addClient(realm, preset, Map.of("api", preset)));
    });

    @Test
    void saysWhatIsReadAndAnswered() {
        Answer answer = openApi("old-app");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers("Cache-Control")).containsExactly("no-cache");
        String string = "{\"type\":\"string\"}";
        String schema = "{\"schema\":{\"properties\":{\"auth\":{\"properties\":{\"type\":" + string + ",\"name\":"
                + string + "}},\"secret\":" + string + "}}}";
        String general = "client, origin, https, realm-disabled\",\"content\":{\"text/plain;charset=UTF-8\":{}}},"
                + "\"500\":{\"description\":\"unexpected\",\"content\":{\"text/plain;charset=UTF-8\":{}}}";
        assertThat(answer.body())
                .isEqualTo("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"described\",\"version\":\"1\"},"
                        + "\"servers\":[{\"url\":\"" + Calls.url(API.path("")) + "\"}],\"paths\":{\"/in\":{"
                        + "\"post\":{\"summary\":\"login\",\"requestBody\":{\"content\":{"
                        + "\"application/json\":" + schema + ",\"application/x-www-form-urlencoded\":" + schema + "}},"
                        + "\"security\":[{\"basic\":[]}],"
                        + "\"parameters\":[{\"name\":\"X-Name\",\"in\":\"header\",\"schema\":" + string + "}],"
                        + "\"responses\":{\"200\":{\"description\":\"login\","
                        + "\"headers\":{\"X-User\":{\"schema\":" + string + "}},"
                        + "\"content\":{\"application/json\":{}}},"
                        + "\"400\":{\"description\":\"malformed, requirement-missing, username-missing,"
                        + " password-missing, content-type, too-large, method, credentials, refused, action-pending,"
                        + " password-change-required, " + general + "}},"
                        + "\"delete\":{\"summary\":\"logout\",\"security\":[{\"header\":[]},{\"bearer\":[]}],"
                        + "\"responses\":{\"204\":{\"description\":\"logout\"},"
                        + "\"400\":{\"description\":\"malformed, content-type, too-large, method, token, token-missing, "
                        + general + "}}}},"
                        + "\"components\":{\"securitySchemes\":{"
                        + "\"basic\":{\"type\":\"http\",\"scheme\":\"basic\"},"
                        + "\"header\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"Authorization\"},"
                        + "\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\"}}}}");
    }

    /** Anybody may ask for it, and one that a request must have may be a secret. */
    @Test
    void constantsAreNotTold() {
        assertThat(openApi("old-app").body()).doesNotContain("a constant");
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.described.Presets#NAMES")
    void everyPresetHasOne(String preset) {
        JsonNode document = openApi(preset).json();

        assertThat(document.at("/info/title").textValue()).isEqualTo(preset);
        assertThat(StreamSupport.stream(document.path("paths").spliterator(), false)
                        .flatMap(path -> StreamSupport.stream(path.spliterator(), false)))
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.path("responses").size()).isGreaterThan(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "broken", "a%2Fb", "legacy-fusio", "", "%00", "%FF"})
    void othersHaveNone(String clientId) {
        Answer unknown = Http.get(API.realm().path("/legacy-login/unknown?client=" + clientId))
                .send();

        Answer answer = openApi(clientId);

        assertThat(answer.status()).isEqualTo(unknown.status());
        assertThat(answer.body()).isEqualTo(unknown.body());
    }

    @Test
    void aChangeOfTheDescriptionCountsAtOnce() {
        Map<String, String> before =
                Clients.set(API.realm(), "old-app", Map.of("description", DESCRIPTION.replace("/in", "/inn")));

        assertThat(openApi("old-app").json().path("paths").fieldNames())
                .toIterable()
                .containsExactly("/inn");
        Clients.set(API.realm(), "old-app", before);
    }

    private static Answer openApi(String clientId) {
        return Http.get(API.realm().path("/legacy-login/openapi?client=" + clientId))
                .send();
    }
}
