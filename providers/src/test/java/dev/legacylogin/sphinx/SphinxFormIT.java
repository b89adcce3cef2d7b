package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.settings.ConsoleForms;
import org.junit.jupiter.api.Test;

/** The settings form in the console. */
class SphinxFormIT {
    @Test
    void hasItsNameAndFields() {
        assertThat(ConsoleForms.name("sphinx")).isEqualTo("Legacy login: sphinx /v1/api/auth");
        assertThat(ConsoleForms.fields("sphinx"))
                .containsExactly(
                        "refresh.delivery | Refresh delivery | List | headers | [headers, body, cookie]",
                        "password.reset.redirect | Password reset redirect | String | pw/reset | null",
                        "claims | Claims | List | keycloak | [keycloak, origin]",
                        "sunset | Sunset | String |  | null",
                        "refuse.after.sunset | Refuse after sunset | boolean | false | null");
    }
}
