package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI document, where a shape is on. What it says is held against every other test's requests and answers. */
@ResourceLock(TestRealm.DEMO)
class OpenApiIT {
    private static final String PATH = "/legacy-login/openapi";

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/yaml", "application/json", "text/html"})
    void isServedAsItIsInTheDocumentation(String accept) {
        Answer answer = Answers.granted(Http.get(TestRealm.demo().path(PATH)).header("Accept", accept));

        assertThat(answer.body()).isEqualTo(Texts.file("docs/openapi.yaml"));
        assertThat(answer.headers("Content-Type")).containsExactly("application/yaml");
        assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void namesEveryDocumentedPath() {
        Answer answer = Http.get(TestRealm.demo().path(PATH)).send();

        for (Route route : Route.values()) {
            assertThat(answer.body()).contains("\n  " + route.path() + ":\n");
        }
    }

    @Test
    void isServedWhereOneShapeIsOn() {
        try (TestRealm realm = TestRealm.copy(json -> RealmChange.clients(json).stream()
                .filter(client -> !client.path("clientId").textValue().equals("2"))
                .forEach(client -> client.remove("protocolMappers")))) {
            assertThat(Http.get(realm.path(PATH)).send().status()).isEqualTo(200);
        }
    }

    @Test
    void whereNoneIsOnItCannotBeToldFromAnUnknownPath() {
        try (TestRealm realm = TestRealm.copy(RealmChange::withoutClients)) {
            for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE")) {
                Answer unknown = Http.request(method, realm.path("/un" + PATH.substring(1)))
                        .send();

                Answer answer = Http.request(method, realm.path(PATH)).send();

                assertThat(answer.status()).as(method).isEqualTo(unknown.status());
                assertThat(answer.body()).isEqualTo(unknown.body());
                assertThat(answer.headersWithoutDate()).isEqualTo(unknown.headersWithoutDate());
            }
        }
    }

    @Test
    void isGoneWithADisabledRealm() {
        try (TestRealm realm = TestRealm.copy(json -> json.put("enabled", false))) {
            assertThat(Http.get(realm.path(PATH)).send().status()).isEqualTo(404);
        }
    }
}
