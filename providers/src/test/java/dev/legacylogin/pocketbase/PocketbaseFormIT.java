package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.settings.ConsoleForms;
import org.junit.jupiter.api.Test;

/** The settings form in the console. */
class PocketbaseFormIT {
    @Test
    void hasItsNameAndFields() {
        assertThat(ConsoleForms.name("pocketbase")).isEqualTo("Legacy login: PocketBase /auth/login");
        assertThat(ConsoleForms.fields("pocketbase"))
                .containsExactly(
                        "cookie | Set the pb_auth cookie | boolean | false | null",
                        "token.type | Token type | List | authRecord | [authRecord, auth]",
                        "claims | Claims | List | origin | [origin, keycloak]",
                        "sunset | Sunset | String |  | null",
                        "refuse.after.sunset | Refuse after sunset | boolean | false | null");
    }
}
