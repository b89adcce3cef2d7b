package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 9: with an action pending or the profile incomplete there is no token, and only the right password tells. */
@Tag("threat-9")
class PendingActionsIT {
    private static final String SETUP =
            "{\"code\":403,\"error\":\"account_setup_required\",\"desc\":\"The account is not fully set up\"}";
    private static final String RESET =
            "{\"code\":403,\"error\":\"password_reset_required\",\"desc\":\"The password must be changed before the login\",\"redirect\":\"pw/reset\"}";

    @AutoClose
    private static TestRealm realm = Login.realm(json -> json.put("quickLoginCheckMilliSeconds", 0));

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void passwordMustBeChanged(Login login) {
        try (TestUser user = realm.createUser(RIGHT).requiredActions("UPDATE_PASSWORD")) {
            assertRefused(login, user, RESET);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void anotherActionIsPending(Login login) {
        try (TestUser user = realm.createUser(RIGHT).requiredActions("CONFIGURE_TOTP")) {
            assertRefused(login, user, SETUP);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void profileIsIncomplete(Login login) {
        try (TestUser user = realm.createUser(RIGHT).change(incomplete -> incomplete.setLastName(""))) {
            assertRefused(login, user, SETUP);
        }
    }

    @Test
    void redirectIsNeverTakenFromTheRequest() {
        try (TestUser user = realm.createUser(RIGHT).requiredActions("UPDATE_PASSWORD")) {
            Answer answer = Http.post(realm.path("/v1/api/auth/login") + "?redirect=https://evil.example")
                    .header("Referer", "https://evil.example")
                    .json(Calls.body(Route.SPHINX, user.username(), RIGHT).put("redirect", "https://evil.example"))
                    .send();
            assertThat(answer.status() + " " + answer.body()).isEqualTo("403 " + RESET);
        }
    }

    private static void assertRefused(Login login, TestUser user, String sphinx) {
        Answer answer = login.send(user, RIGHT);
        if (login.route == Route.SPHINX) {
            assertThat(answer.status() + " " + answer.body()).isEqualTo("403 " + sphinx);
        } else {
            Threats.assertDenied(login, realm, answer);
        }
        // Keycloak's event of this failure names no user
        assertThat(Threats.describe(realm.events().get(0)))
                .isEqualTo("LOGIN_ERROR " + login.clientId + " resolve_required_actions " + login.shape);
        Threats.assertDenied(login, realm, login.send(user, WRONG));
        assertThat(Threats.sessions(user)).isZero();
    }
}
