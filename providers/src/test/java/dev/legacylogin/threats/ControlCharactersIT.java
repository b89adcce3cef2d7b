package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 26: CR, LF, ESC and other control characters in the user name forge no log line and get into no event. */
@Tag("threat-26")
@Isolated
class ControlCharactersIT {
    @AutoClose
    private static TestRealm realm = Login.realm(json -> {});

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void areDeniedAndLeaveNoTrace(Login login) throws IOException {
        String marker = "forged-" + UUID.randomUUID();
        for (String control : new String[] {"\r\n", "\n", "\r", "\u001b[31m", "\u0000", "\u007f", "\u0085"}) {
            Threats.assertDenied(login, realm, login.send(realm, "user" + control + marker, WRONG));
        }
        assertThat(realm.events())
                .noneMatch(event -> String.valueOf(event.getDetails()).contains(marker));
        if (TestServer.get().log().isPresent()) {
            assertThat(Files.readString(TestServer.get().log().get())).doesNotContain(marker);
        }
    }
}
