package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test server maps its root to the client {@code root-app} of the demo realm, and {@code /v0/old} to another. */
@ResourceLock(TestRealm.DEMO)
class DescribedRootPathIT {
    private static final TestRealm REALM = TestRealm.demo();
    private static final List<String> CLIENTS = List.of("root-app", "an ä:b");
    private static final String DESCRIPTION = """
            {
              "endpoints": [
                {"operation": "login", "path": "/sessions", "success": {"body": "{user.username}"}},
                {"operation": "login", "path": "/consumer/login", "success": {"body": "{user.username}"}},
                {"operation": "login", "path": "/admin/sessions", "success": {"body": "{user.username}"}},
                {"operation": "login", "path": "/realms/legacy/sessions", "success": {"body": "{user.username}"}}
              ],
              "errors": {"error": {"body": "{path} {reason}"}}
            }
            """;

    @BeforeAll
    static void addClients() {
        for (String clientId : CLIENTS) {
            ObjectNode client = DescribedApi.addClient(JsonNodeFactory.instance.objectNode(), clientId, DESCRIPTION);
            Answer added = Http.post("/admin/realms/" + REALM.name() + "/clients")
                    .asAdmin()
                    .json(client)
                    .send();
            assertThat(added.status()).as(added.body()).isEqualTo(201);
        }
    }

    @AfterAll
    static void removeClients() {
        CLIENTS.forEach(clientId -> Clients.admin(REALM, clientId).remove());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions", "/sessions?a=b", "/v0/old/sessions"})
    void logsIn(String path) {
        try (TestUser user = REALM.createUser("a password")) {
            String body = DescribedApi.credentials(user, "a password");

            Expect.json(Http.post(path).json(body).send(), 200, "\"" + user.username() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v0/old"})
    void refusesInTheSameForm(String prefix) {
        Expect.json(Http.post(prefix + "/sessions").json("{").send(), 400, "\"/sessions malformed\"");
        Expect.json(Http.get(prefix + "/sessions").send(), 405, "\"/sessions method\"", "allow", "OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sessions/",
                "/sessions/x",
                "/Sessions",
                "/%73essions",
                "//sessions",
                "/v0/sessions",
                "/v0/oldsessions",
                "/v0/old//sessions",
                "/v0/old"
            })
    void anotherPathIsKeycloaksOwn404(String path) {
        assertThat(shown(path)).isEqualTo(shown(path.replaceFirst("[sS]essions|old", "nowhere")));
    }

    /** And none of them is taken where a description has it. */
    @ParameterizedTest
    @ValueSource(strings = {"/admin/sessions", "/realms/legacy/sessions"})
    void keycloaksOwnPathsStayItsOwn(String path) {
        assertThat(shown(path)).isEqualTo(shown(path.replace("sessions", "nowhere")));
        assertThat(Http.post(path).json("{").send().body()).doesNotContain("malformed");
    }

    @Test
    void aShapeThatIsBuiltInComesFirst() {
        assertThat(Http.post("/consumer/login").json("{").send().body()).contains("\"success\":false");
    }

    @Test
    void withoutTheClientItIsKeycloaksOwn404() {
        Clients.change(REALM, "root-app", client -> client.setClientId("renamed"));
        try {
            assertThat(shown("/sessions")).isEqualTo(shown("/nowhere"));
        } finally {
            Clients.change(REALM, "renamed", client -> client.setClientId("root-app"));
        }
    }

    private static String shown(String path) {
        Answer answer = RawHttp.sendToKeycloak("POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        return UnknownPathIT.shown(answer);
    }
}
