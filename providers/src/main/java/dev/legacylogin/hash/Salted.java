package dev.legacylogin.hash;

import java.security.MessageDigest;

/** Single digests of password and salt. They are fast, and so all weak. */
final class Salted {
    private Salted() {}

    /** The digest of the salt and the password behind it. */
    static KeptHash.Check before(Digest digest, byte[] salt, byte[] expected) {
        return password -> password.possible() & MessageDigest.isEqual(expected, digest.of(salt, password.bytes()));
    }

    /** The digest of the password and the salt behind it. */
    static KeptHash.Check behind(Digest digest, byte[] salt, byte[] expected) {
        return password -> password.possible() & MessageDigest.isEqual(expected, digest.of(password.bytes(), salt));
    }
}
