package dev.legacylogin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;

/** Keycloak's events of logins that it refused. */
public final class LoginErrors {
    private LoginErrors() {}

    /** The only event of this user is a refused login. It names the user by the name, not in every case by the id. */
    public static void assertOnly(String error, TestRealm realm, Route route, TestUser user) {
        assertThat(realm.events())
                .filteredOn(event -> user.username().equals(event.getDetails().get("username")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getType()).isEqualTo("LOGIN_ERROR");
                    assertThat(event.getError()).isEqualTo(error);
                    assertThat(event.getClientId()).isEqualTo(route.clientId());
                    assertThat(event.getDetails()).containsEntry("legacy_login", AsDescribed.name(route.shape()));
                });
    }
}
