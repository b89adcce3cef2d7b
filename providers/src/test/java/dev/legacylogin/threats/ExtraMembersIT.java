package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threats 13 and 14: members that the page does not document are dropped and never reach the token endpoint. */
@Tag("threat-14")
class ExtraMembersIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose
    private static TestRealm realm = Login.realm(RealmChange::withoutBruteForceDetection);

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#WITH_BODY")
    void areDropped(Login login) {
        try (TestUser user = realm.createUser(RIGHT)) {
            Answer plain = login.send(user, RIGHT);
            Answer extra = send(login, user.username(), RIGHT);
            Threats.assertGranted(plain);
            Threats.assertGranted(extra);
            Jwt expected = Jwt.of(Calls.accessToken(login.route, plain));
            Jwt token = Jwt.of(Calls.accessToken(login.route, extra));
            assertThat(token.text("scope")).isEqualTo(expected.text("scope"));
            assertThat(token.text("azp")).isEqualTo(login.clientId);
            assertThat(token.claims().get("aud")).isEqualTo(expected.claims().get("aud"));
            Threats.assertDenied(login, realm, send(login, user.username(), WRONG));
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void theQueryAndOtherHeadersAreNoParameters(Login login) {
        try (TestUser user = realm.createUser(RIGHT)) {
            Http wrong = login.request(user, WRONG)
                    .header("X-Password", RIGHT)
                    .header("Cookie", "KEYCLOAK_IDENTITY=eyJhbGciOiJub25lIn0.e30.; password=" + RIGHT)
                    .header("DPoP", "eyJhbGciOiJub25lIn0.e30.");
            Threats.assertDenied(login, realm, wrong.send());
        }
    }

    private static Answer send(Login login, String username, String password) {
        ObjectNode body = JSON.createObjectNode();
        body.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .put("client_assertion", "eyJhbGciOiJub25lIn0.e30.")
                .put("subject_token", "eyJhbGciOiJub25lIn0.e30.")
                .put("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token")
                .put("audience", "account")
                .put("resource", "https://other.example")
                .put("totp", "123456")
                .put("otp", "123456")
                .put("scope", "offline_access openid")
                .put("client_session_host", "evil.example")
                .put("__proto__", "x");
        body.put("client_id", "admin-cli").put("client_secret", "x").put("grant_type", "client_credentials");
        body.setAll(Calls.body(login.route, username, password)); // over those of the same name
        return Http.post(realm.path(login.route.path())).json(body).send();
    }
}
