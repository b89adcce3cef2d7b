package dev.legacylogin.user;

import dev.legacylogin.token.SelfWritten;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributeRequired;
import org.keycloak.userprofile.UserProfileProvider;

/** What the realm's user profile demands of users: at a login, whoever lacks a field must fill it in first. */
public final class ProfileDemands {
    private ProfileDemands() {}

    /**
     * The names of these fields, but for the username; none where the realm has the required action Verify Profile off.
     *
     * @param session its context has the realm
     * @param scopes the names of the client scopes that the clients have by default: the profile may demand a field of
     *     their users only
     */
    public static List<String> of(KeycloakSession session, RealmModel realm, Set<String> scopes) {
        RequiredActionProviderModel verifies =
                realm.getRequiredActionProviderByAlias(UserModel.RequiredAction.VERIFY_PROFILE.name());
        if (verifies == null || !verifies.isEnabled()) {
            return List.of();
        }
        // it demands nothing that the user could not fill in
        Predicate<String> selfWritten = new SelfWritten(session, null);
        return session.getProvider(UserProfileProvider.class).getConfiguration().getAttributes().stream()
                .filter(attribute -> isDemanded(attribute, scopes) && selfWritten.test(attribute.getName()))
                .map(UPAttribute::getName)
                .filter(name -> !name.equals(UserModel.USERNAME))
                .toList();
    }

    /** Of the user, and not of an admin who edits one. */
    private static boolean isDemanded(UPAttribute attribute, Set<String> scopes) {
        UPAttributeRequired required = attribute.getRequired();
        return required != null
                && (required.isAlways()
                        || (required.getRoles() != null && required.getRoles().contains("user"))
                        || (required.getScopes() != null
                                && required.getScopes().stream().anyMatch(scopes::contains)));
    }
}
