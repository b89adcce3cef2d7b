package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * Threat 34: half a surrogate pair, NUL or very many characters in a password or a name are a wrong password or an
 * unknown user: the same answer and event, and so the same work, and no failure in the log.
 */
@Tag("threat-34")
@Isolated
class OddTextIT {
    private static final List<String> ODD =
            List.of("\ud800", "a\udc00b", "\ud800\ud800", "a\0b", "x".repeat(4000), "\ud83d\ude00\ud83d");

    @AutoClose
    private static TestRealm realm = Login.realm(RealmChange::withoutBruteForceDetection);

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#WITH_BODY")
    void inPasswordsIsAWrongPassword(Login login) throws IOException {
        try (TestUser user = realm.createUser(RIGHT)) {
            int failures = failuresInTheLog();
            for (String odd : ODD) {
                Threats.assertDenied(login, realm, login.send(user, odd));
                assertThat(user.events().get(0).getError()).isEqualTo("invalid_user_credentials");
            }
            assertThat(user.events()).hasSize(ODD.size());
            assertThat(failuresInTheLog()).isEqualTo(failures);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#WITH_BODY")
    void inNamesIsAnUnknownUser(Login login) throws IOException {
        int failures = failuresInTheLog();
        for (String odd : ODD) {
            int before = realm.events().size();

            Threats.assertDenied(login, realm, login.send(realm, odd, RIGHT));

            List<EventRepresentation> events = realm.events();
            assertThat(events).hasSize(before + 1);
            assertThat(events.get(0).getError()).isEqualTo("user_not_found");
        }
        assertThat(failuresInTheLog()).isEqualTo(failures);
    }

    private static int failuresInTheLog() throws IOException {
        if (TestServer.get().log().isEmpty()) {
            return 0;
        }
        return (int) Files.readAllLines(TestServer.get().log().get()).stream()
                .filter(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
                .count();
    }
}
