package dev.legacylogin.fusio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.settings.ConsoleForms;
import org.junit.jupiter.api.Test;

/** The settings form in the console. */
class FusioFormIT {
    @Test
    void hasItsNameAndFields() {
        assertThat(ConsoleForms.name("fusio")).isEqualTo("Legacy login: Fusio /consumer/login");
        assertThat(ConsoleForms.fields("fusio"))
                .containsExactly(
                        "response | Response | List | documented | [documented, extended]",
                        "claims | Claims | List | keycloak | [keycloak, origin]",
                        "sunset | Sunset | String |  | null",
                        "refuse.after.sunset | Refuse after sunset | boolean | false | null");
    }
}
