package dev.legacylogin.hash;

import org.keycloak.models.credential.PasswordCredentialModel;

/** A hash that logins can be verified with. */
sealed interface Hash permits KeycloakHash, KeptHash {
    /** The name of its format. */
    String family();

    /** See {@link OldHash#weak()}. */
    boolean weak();

    /** The credential to store. */
    PasswordCredentialModel credential();
}
