package dev.legacylogin.token;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Which attributes users may write about themselves, in the account console or with its API. Keycloak itself is asked:
 * permissions, the policy for unmanaged attributes, the server's list of read-only ones and what a user store says all
 * count.
 *
 * @param session Keycloak's session; the realm is that of its context
 * @param user whose attributes, {@code null} for those of anybody
 */
public record SelfWritten(KeycloakSession session, UserModel user) implements Predicate<String> {
    @Override
    public boolean test(String attribute) {
        // the server's read-only attributes refuse a change, and so want to see one
        String changed = (user == null ? "" : user.getFirstAttribute(attribute)) + "'";
        UserProfileProvider profiles = session.getProvider(UserProfileProvider.class);
        Map<String, List<String>> wish = Map.of(attribute, List.of(changed));
        return isWrittenWithScopes(profiles.getConfiguration().getAttribute(attribute))
                || !profiles.create(UserProfileContext.ACCOUNT, wish, user)
                        .getAttributes()
                        .isReadOnly(attribute);
    }

    /** Where the profile has it for some scopes only, Keycloak says what holds without them; users may ask for them. */
    private static boolean isWrittenWithScopes(UPAttribute attribute) {
        return attribute != null
                && attribute.getSelector() != null
                && attribute.getPermissions() != null
                && attribute.getPermissions().getEdit().contains("user");
    }
}
