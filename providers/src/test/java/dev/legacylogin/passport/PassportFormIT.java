package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.settings.ConsoleForms;
import org.junit.jupiter.api.Test;

/** The settings form in the console. */
class PassportFormIT {
    @Test
    void hasItsNameAndFields() {
        assertThat(ConsoleForms.name("passport")).isEqualTo("Legacy login: Laravel Passport /api/auth/login");
        assertThat(ConsoleForms.fields("passport"))
                .containsExactly(
                        "tokens | Tokens | List | documented | [documented, flat]",
                        "unknown.username | Unknown username | List | documented | [documented, hidden]",
                        "claims | Claims | List | keycloak | [keycloak, origin]",
                        "sunset | Sunset | String |  | null",
                        "refuse.after.sunset | Refuse after sunset | boolean | false | null");
    }
}
