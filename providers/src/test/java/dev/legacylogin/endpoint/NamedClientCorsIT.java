package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where requests name their client, the Web Origins of that client count. Where it is not known, as in a preflight or
 * with a wrong client id, those of any client of the shape do.
 */
class NamedClientCorsIT {
    private static final String FIRST = "http://localhost:3000";
    private static final String SECOND = "https://second.example.org";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> {
        ObjectNode second = RealmChange.client(json, "2").deepCopy();
        RealmChange.webOrigins(second.put("clientId", "3"), SECOND);
        json.withArray("clients").add(second);
    });

    private static final TestUser user = realm.createUser("a password");

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void itsOwnOriginIsServed(Route route) {
        assertAllowed(FIRST, send(route, "2", FIRST), 200);
        assertAllowed(SECOND, send(route, "3", SECOND), 200);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void theOriginOfAnotherClientIsRefused(Route route) {
        Failure failure = Failure.of(Fault.ORIGIN_NOT_ALLOWED, route, realm);
        int before = realm.events().size();

        Answer first = send(route, "3", FIRST);
        Answer second = send(route, "2", SECOND);

        Answers.assertFailure(first, failure);
        Answers.assertFailure(second, failure);
        // a page of the shape's may read why
        assertAllowed(FIRST, first, 403);
        assertAllowed(SECOND, second, 403);
        assertThat(realm.events()).hasSize(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void aPreflightIsForAnyOfThem(Route route) {
        for (String origin : new String[] {FIRST, SECOND}) {
            Answer answer = Http.preflight(realm.path(route.path()), origin).send();

            assertAllowed(origin, answer, 200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void anUnknownClientIsToldToAnyOfThemAndToNobodyElse(Route route) {
        for (String clientId : new String[] {"4", "legacy-fusio", "admin-cli"}) {
            for (String origin : new String[] {FIRST, SECOND}) {
                Answer answer = send(route, clientId, origin);

                Answers.assertFailure(answer, Failure.clientRefused(route, realm));
                assertAllowed(
                        origin, answer, Failure.clientRefused(route, realm).status());
            }
            Answers.assertFailure(
                    send(route, clientId, "https://evil.example"), Failure.of(Fault.ORIGIN_NOT_ALLOWED, route, realm));
        }
    }

    private static Answer send(Route route, String clientId, String origin) {
        ObjectNode body = Calls.body(route, user.username(), user.password()).put("client_id", clientId);
        return Http.post(route, realm).header("Origin", origin).json(body).send();
    }

    private static void assertAllowed(String origin, Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(answer.headers("Access-Control-Allow-Credentials")).containsExactly("true");
        Answers.assertProtected(answer);
    }
}
