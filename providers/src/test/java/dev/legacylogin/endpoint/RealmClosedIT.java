package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A realm that is disabled or wants TLS refuses everything at once, in the shape's form. */
@Tag("threat-27")
class RealmClosedIT {
    @AutoClose
    private static final TestRealm disabled = TestRealm.copy(realm -> realm.put("enabled", false));

    @AutoClose
    private static final TestRealm httpsOnly = TestRealm.copy(realm -> realm.put("sslRequired", "all"));

    @ParameterizedTest
    @EnumSource
    void aDisabledRealmServesNobody(Route route) {
        assertClosed(route, disabled, Fault.REALM_DISABLED);
    }

    @ParameterizedTest
    @EnumSource
    void aRealmThatRequiresTlsServesNobodyOverHttp(Route route) {
        assertClosed(route, httpsOnly, Fault.HTTPS_REQUIRED);
    }

    private static void assertClosed(Route route, TestRealm realm, Fault refusal) {
        String path = realm.path(route.path());
        var failure = Failure.of(refusal, route, realm);

        try (TestUser user = realm.createUser("a password")) {
            Answers.assertFailure(
                    Calls.request(route, path, user.username(), user.password()).send(), failure);
            Answers.assertFailure(Calls.wrong(route, realm, user).send(), failure);
            assertThat(realm.events()).isEmpty();
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
        Answers.assertFailure(Http.get(path).send(), failure);
        Answers.assertFailure(
                Http.post(path)
                        .header("Content-Type", "application/xml")
                        .body("x")
                        .send(),
                failure);
        Answers.assertFailure(withoutItsBody(path), failure);
    }

    /** Announces a body that never comes: what waits for it answers nothing. */
    private static Answer withoutItsBody(String path) {
        return RawHttp.send(
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                        .formatted(path, TestServer.get().baseUri().getAuthority()));
    }

    @ParameterizedTest
    @EnumSource
    void itsOwnPagesAreToldWhy(Route route) {
        for (TestRealm realm : new TestRealm[] {disabled, httpsOnly}) {
            Answer answer = Http.post(route, realm)
                    .header("Origin", "http://localhost:3000")
                    .send();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("http://localhost:3000");
            Answers.assertProtected(answer);
        }
    }
}
