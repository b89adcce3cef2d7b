package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Threat 10: a user with OTP set up gets no token for the password alone. */
@Tag("threat-10")
class OneTimePasswordIT {
    @AutoClose
    private static TestRealm realm = Login.realm(RealmChange::withoutBruteForceDetection);

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void thePasswordAloneIsNotEnough(Login login) {
        CredentialRepresentation otp = new CredentialRepresentation();
        otp.setType("otp");
        otp.setSecretData("{\"value\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\"}");
        otp.setCredentialData("{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        try (TestUser user = realm.createUser(RIGHT)) {
            Threats.assertGranted(login.send(user, RIGHT));
            user.change(changed -> changed.setCredentials(List.of(otp)));
            assertThat(user.admin().credentials()).extracting("type").containsExactlyInAnyOrder("password", "otp");
            user.admin().logout();

            Threats.assertDenied(login, realm, login.send(user, RIGHT));
            assertThat(Threats.newest(user))
                    .isEqualTo("LOGIN_ERROR " + login.clientId + " invalid_user_credentials " + login.shape);
            assertThat(Threats.sessions(user)).isZero();
        }
    }
}
