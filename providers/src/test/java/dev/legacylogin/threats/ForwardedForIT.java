package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 28: forwarding headers of a peer that is not a trusted proxy do not change the event's address. */
@Tag("threat-28")
class ForwardedForIT {
    @AutoClose
    private static TestRealm realm = Login.realm(json -> {});

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void theEventHasTheTruePeer(Login login) {
        try (TestUser user = realm.createUser(RIGHT)) {
            Threats.assertGranted(login.request(user, RIGHT)
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("Forwarded", "for=203.0.113.7")
                    .header("X-Real-IP", "203.0.113.7")
                    .send());
            assertThat(user.events().get(0).getIpAddress())
                    .isEqualTo(TestServer.get().callersAddress());
        }
    }
}
