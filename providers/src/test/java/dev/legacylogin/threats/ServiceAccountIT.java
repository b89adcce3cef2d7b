package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 8: the name of a service account gets the shape's error, also on 26.0.8, whose own endpoint answers 500. */
@Tag("threat-8")
class ServiceAccountIT {
    @AutoClose
    private static final TestRealm realm = Login.realm(json -> {
        json.put("quickLoginCheckMilliSeconds", 0);
        RealmChange.clients(json).forEach(client -> client.put("serviceAccountsEnabled", true));
    });

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void isDeniedWithAnEvent(Login login) {
        Threats.assertDenied(login, realm, login.send(realm, "service-account-" + login.clientId, WRONG));
        assertThat(realm.events())
                .extracting(Threats::describe)
                .contains("LOGIN_ERROR " + login.clientId + " invalid_user " + login.shape);
    }
}
