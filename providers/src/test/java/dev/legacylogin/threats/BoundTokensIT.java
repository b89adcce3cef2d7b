package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threat 16: a client that demands tokens bound to a key or a certificate gets none at a legacy path. */
@Tag("threat-16")
class BoundTokensIT {

    @ParameterizedTest
    @CsvSource({"dpop.bound.access.tokens", "tls.client.certificate.bound.access.tokens"})
    void noUnboundTokens(String attribute) {
        try (TestRealm realm = Login.realm(json -> demand(json, attribute));
                TestUser user = realm.createUser(RIGHT)) {
            for (Login login : Login.ALL) {
                int own = login.own(user, RIGHT).status();
                Answer answer = login.send(user, RIGHT);
                if (attribute.startsWith("dpop") && dpopIsOff()) {
                    assertThat(own).isEqualTo(200);
                    Threats.assertGranted(answer);
                    continue;
                }
                assertThat(own).isEqualTo(400);
                Answers.assertFailure(answer, login.refused(realm));
            }
        }
    }

    /** A preview feature in 26.0, which a server ignores unless it is switched on; supported from 26.4 on. */
    private static boolean dpopIsOff() {
        return TestServer.get().isBefore(4);
    }

    /** With brute force detection on, 26.0 may refuse a login that follows another one of the same user at once. */
    private static void demand(ObjectNode realm, String attribute) {
        realm.put("bruteForceProtected", false);
        RealmChange.clients(realm).forEach(client -> RealmChange.attribute(client, attribute, "true"));
    }
}
