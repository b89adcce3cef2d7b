package dev.legacylogin.hash;

import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * A hash that Keycloak cannot verify, kept as it is.
 *
 * @param text the whole text
 * @param check verifies a password
 */
record KeptHash(String family, boolean weak, String text, Check check) implements Hash {

    /** Whether a password is the one that was hashed. Takes as long for a wrong one, and never throws. */
    @FunctionalInterface
    interface Check {
        boolean matches(Password password);
    }

    /** The same, written with something around it. */
    KeptHash within(String longer) {
        return new KeptHash(family, weak, longer, check);
    }

    @Override
    public PasswordCredentialModel credential() {
        return PasswordCredentialModel.createFromValues(LegacyHashProviderFactory.ID, null, 1, text);
    }

    @Override
    public String toString() {
        return family;
    }
}
