package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 12: a client policy that rejects the password grant rejects it at the legacy paths too. */
@Tag("threat-12")
class ClientPolicyIT {

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void rejectsThePasswordGrant(Login login) {
        try (TestRealm realm = Login.realm(ClientPolicyIT::rejectPasswordGrant);
                TestUser user = realm.createUser(RIGHT)) {
            assertThat(login.own(user, RIGHT).status()).isEqualTo(400);
            Answers.assertFailure(login.send(user, RIGHT), login.refused(realm));
            assertThat(Threats.sessions(user)).isZero();
        }
    }

    private static void rejectPasswordGrant(ObjectNode realm) {
        ObjectNode profile =
                realm.putObject("clientProfiles").putArray("profiles").addObject();
        profile.put("name", "no-password-grant");
        profile.putArray("executors")
                .addObject()
                .put("executor", "reject-ropc-grant")
                .putObject("configuration")
                .put("auto-configure", false);
        ObjectNode policy =
                realm.putObject("clientPolicies").putArray("policies").addObject();
        policy.put("name", "everyone").put("enabled", true);
        policy.putArray("conditions").addObject().put("condition", "any-client").putObject("configuration");
        policy.putArray("profiles").add("no-password-grant");
    }
}
