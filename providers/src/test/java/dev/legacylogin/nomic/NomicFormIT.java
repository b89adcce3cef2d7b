package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.settings.ConsoleForms;
import org.junit.jupiter.api.Test;

/** The settings form in the console. */
class NomicFormIT {
    @Test
    void hasItsNameAndFields() {
        assertThat(ConsoleForms.name("nomic")).isEqualTo("Legacy login: NomicGameManager /api/auth/token");
        assertThat(ConsoleForms.fields("nomic"))
                .containsExactly(
                        "claims | Claims | List | keycloak | [keycloak, origin]",
                        "sunset | Sunset | String |  | null",
                        "refuse.after.sunset | Refuse after sunset | boolean | false | null");
    }
}
