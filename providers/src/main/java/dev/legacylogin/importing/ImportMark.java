package dev.legacylogin.importing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserModel;

/**
 * Marks the users of an import, in two attributes: which import it was, and a digest of all that Keycloak had of the user
 * then. A password that was changed, or that Keycloak hashed anew at a login, changes the digest too. It is made of
 * nothing secret.
 */
final class ImportMark {
    /** Holds the import's id. */
    static final String IMPORT = "legacy_import";

    private static final String STATE = "legacy_import_state";

    private ImportMark() {}

    /** Marks a user who is complete otherwise. */
    static void put(UserModel user, String importId, Optional<CredentialModel> password) {
        String state = state(user, password.stream());
        user.setSingleAttribute(IMPORT, importId);
        user.setSingleAttribute(STATE, state);
    }

    /** Whether the user is as he was when he was imported. */
    static boolean isUnchanged(UserModel user) {
        return state(user, user.credentialManager().getStoredCredentialsStream())
                        .equals(user.getFirstAttribute(STATE))
                && user.getRoleMappingsStream().findAny().isEmpty()
                && user.getGroupsStream().findAny().isEmpty()
                && user.getRequiredActionsStream().findAny().isEmpty();
    }

    private static String state(UserModel user, Stream<CredentialModel> credentials) {
        Map<String, Object> state = new TreeMap<>(user.getAttributes());
        state.remove(IMPORT);
        state.remove(STATE);
        state.put("", user.isEnabled() + " " + user.isEmailVerified());
        credentials.forEach(credential ->
                state.put(credential.getId(), credential.getCreatedDate() + credential.getCredentialData()));
        return digest(state.toString());
    }

    private static String digest(String text) {
        byte[] digest = HashUtils.hash(JavaAlgorithm.SHA256, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
