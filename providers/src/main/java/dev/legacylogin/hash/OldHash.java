package dev.legacylogin.hash;

import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The hash of a user's password as an old application stored it, and the credential that lets the user log in with it.
 *
 * <p>Argon2 and PBKDF2 become Keycloak's own credentials. All else is kept as it is, for {@link LegacyHashProvider}.
 * Keycloak replaces either by its own hash at the first login. The forms that are read are listed in docs/hashes.md.
 */
public final class OldHash {
    private final Hash hash;

    private OldHash(Hash hash) {
        this.hash = hash;
    }

    /**
     * Reads the text of a hash.
     *
     * @throws UnusableHashException when no login could be verified with it, or only one that costs too much
     */
    public static OldHash read(String text) throws UnusableHashException {
        return new OldHash(Formats.read(text));
    }

    /** How it was hashed, such as {@code bcrypt} or {@code wordpress}; the names are those of docs/hashes.md. */
    public String family() {
        return hash.family();
    }

    /**
     * Whether passwords are guessed fast by whoever has the hash: a graphics card tries more than a million a second.
     * So are all single digests (MD4, MD5, SHA, LDAP), MD5-crypt and phpass, and the other ones at an unusually low
     * cost.
     */
    public boolean weak() {
        return hash.weak();
    }

    /** The credential to store for the user, new each time. */
    public PasswordCredentialModel credential() {
        return hash.credential();
    }
}
