package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Await;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/** Why a login may be refused without the caller being told: the answer is that of a wrong password, the event tells. */
@ResourceLock(TestRealm.DEMO)
class DeniedLoginIT {
    private static final TestRealm REALM = TestRealm.demo();

    /** What is wrong, and the error of Keycloak's event. */
    enum Wrong {
        PASSWORD("invalid_user_credentials", "wrong", user -> {}),
        CASE_OF_THE_PASSWORD("invalid_user_credentials", "RIGHT", user -> {}),
        DISABLED("user_disabled", "right", user -> user.change(it -> it.setEnabled(false))),
        DISABLED_AND_PASSWORD("user_disabled", "wrong", user -> user.change(it -> it.setEnabled(false))),
        LOCKED("user_temporarily_disabled", "right", Wrong::lock),
        LOCKED_AND_PASSWORD("user_temporarily_disabled", "wrong", Wrong::lock),
        SECOND_FACTOR_MISSING(
                "invalid_user_credentials",
                "right",
                user -> user.change(it -> it.setCredentials(List.of(secondFactor()))));

        private final String error;
        private final String password;
        private final Consumer<TestUser> prepare;

        Wrong(String error, String password, Consumer<TestUser> prepare) {
            this.error = error;
            this.password = password;
            this.prepare = prepare;
        }

        private static void lock(TestUser user) {
            OwnTokenEndpoint own = OwnTokenEndpoint.of(REALM, Route.FUSIO);
            Await.locked(user, () -> own.password(user.username(), "wrong"));
        }

        private static CredentialRepresentation secondFactor() {
            CredentialRepresentation totp = new CredentialRepresentation();
            totp.setType("otp");
            totp.setSecretData("{\"value\":\"DJmQfC73VGFhw7D4QJ8A\"}");
            totp.setCredentialData(
                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
            return totp;
        }
    }

    static Stream<Arguments> loginsAndReasons() {
        return Route.crossed(Route.LOGINS, List.of(Wrong.values()));
    }

    @ParameterizedTest
    @MethodSource("loginsAndReasons")
    void theReasonStaysInside(Route route, Wrong wrong) {
        try (TestUser user = REALM.createUser("right")) {
            wrong.prepare.accept(user);
            Answers.assertFailure(
                    Calls.request(route, REALM, user.username(), wrong.password).send(),
                    Failure.wrongSecret(route, REALM));

            EventRepresentation event = newest(user);
            assertThat(event.getType()).isEqualTo("LOGIN_ERROR");
            assertThat(event.getError()).isEqualTo(wrong.error);
            assertThat(event.getClientId()).isEqualTo(route.clientId());
            assertThat(event.getDetails()).containsEntry("legacy_login", route.shape());
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
    }

    /** Keycloak's event names the user by the name, not in every case by the id. */
    private static EventRepresentation newest(TestUser user) {
        return REALM.events().stream()
                .filter(event -> user.username().equals(event.getDetails().get("username")))
                .findFirst()
                .orElseThrow();
    }
}
