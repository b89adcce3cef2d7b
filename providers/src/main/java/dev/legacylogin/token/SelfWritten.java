package dev.legacylogin.token;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.storage.StorageId;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Which attributes users may write about themselves, in the account console or with its API. Keycloak itself is asked:
 * permissions, the policy for unmanaged attributes, the server's list of read-only ones and what a user store says all
 * count. Keycloak copies its configuration at each question, and so it is asked once about all that a user has; about
 * attributes of anybody, one by one.
 */
public final class SelfWritten implements Predicate<String> {
    private final UserProfileProvider profiles;
    private final UserModel user;
    private UPConfig configuration;
    private Map<String, List<String>> wish = Map.of();
    private Attributes wished;

    /**
     * Asks when it must.
     *
     * @param session Keycloak's session; the realm is that of its context
     * @param user whose attributes, {@code null} for those of anybody
     */
    public SelfWritten(KeycloakSession session, UserModel user) {
        this.profiles = session.getProvider(UserProfileProvider.class);
        this.user = user;
    }

    @Override
    public boolean test(String attribute) {
        if (configuration == null) {
            configuration = profiles.getConfiguration();
        }
        UPAttribute managed = configuration.getAttribute(attribute);
        if (managed != null && isWrittenWithScopes(managed)) {
            return true;
        }
        if (managed != null && isLeftToOthers(managed)) {
            return false;
        }
        return isWrittenByProfile(attribute);
    }

    /** Whether its permissions leave users out, so that no profile need be made to say so. A user store may differ. */
    private boolean isLeftToOthers(UPAttribute managed) {
        return !isWithScopes(managed)
                && managed.getPermissions() != null
                && !managed.getPermissions().isEmpty()
                && !isEditedByUsers(managed)
                && (user == null || StorageId.isLocalStorage(user.getId()) && user.getFederationLink() == null);
    }

    private boolean isWrittenByProfile(String attribute) {
        return !wishedWith(attribute).isReadOnly(attribute);
    }

    /** A profile that changes this attribute and all that are there: the server's read-only ones refuse a change. */
    private Attributes wishedWith(String attribute) {
        if (!wish.containsKey(attribute)) {
            Map<String, List<String>> present = user == null ? Map.of() : user.getAttributes();
            wish = Stream.concat(present.keySet().stream(), Stream.of(attribute))
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), name -> List.of(changed(present.get(name)))));
            wished = profiles.create(UserProfileContext.ACCOUNT, wish, user).getAttributes();
        }
        return wished;
    }

    private static String changed(List<String> values) {
        return (values == null || values.isEmpty() ? "" : values.get(0)) + "'";
    }

    private static boolean isWithScopes(UPAttribute managed) {
        return managed.getSelector() != null
                && managed.getSelector().getScopes() != null
                && !managed.getSelector().getScopes().isEmpty();
    }

    /**
     * Where the profile has it for some scopes only, Keycloak says what holds for those of this request. Users may ask for
     * others: with its scopes its permissions count, without them it is unmanaged.
     */
    private boolean isWrittenWithScopes(UPAttribute managed) {
        return isWithScopes(managed)
                && (isEditedByUsers(managed)
                        || configuration.getUnmanagedAttributePolicy() == UnmanagedAttributePolicy.ENABLED);
    }

    private static boolean isEditedByUsers(UPAttribute managed) {
        return managed.getPermissions() != null
                && managed.getPermissions().getEdit().contains(UserProfileConstants.ROLE_USER);
    }
}
