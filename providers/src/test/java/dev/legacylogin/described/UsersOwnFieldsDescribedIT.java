package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Which of the user's attributes a described answer shows where the realm lets users write any. */
class UsersOwnFieldsDescribedIT {
    @AutoClose
    private static final DescribedApi API = DescribedApi.of("""
            {"endpoints": [{
              "operation": "login",
              "path": "/login",
              "success": {"body": {
                "theirs": "{field.shoe_size}",
                "own": "{own.shoe_size}",
                "certificate": "{field.userCertificate}",
                "reason": "{field.disabledReason}"
              }}
            }]}
            """);

    /** Keycloak's server has a list of attributes that no user writes, whatever the realm says. */
    @Test
    void whatTheServerKeepsFromUsersIsShown() {
        UPConfig profile = API.realm().admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UPConfig.UnmanagedAttributePolicy.ENABLED);
        API.realm().admin().users().userProfile().update(profile);

        try (TestUser user = API.realm().createUser("a password")) {
            user.change(it -> it.setAttributes(Map.of(
                    "shoe_size", List.of("44"), "userCertificate", List.of("PEM"), "disabledReason", List.of("none"))));

            assertThat(API.post("/login")
                            .json(DescribedApi.credentials(user, "a password"))
                            .send()
                            .body())
                    .isEqualTo("{\"theirs\":null,\"own\":\"44\",\"certificate\":\"PEM\",\"reason\":\"none\"}");
        }
    }
}
