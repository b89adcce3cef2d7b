package dev.legacylogin.hash;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The values of LDAP's userPassword (RFC 2307 and OpenLDAP's pw-sha2): {@code {SSHA}} and its kin are base64 of the
 * digest of the password and the salt behind it, and then the salt; {@code {CRYPT}} has one of crypt(3)'s behind it.
 */
final class Ldap {
    private static final int MAX_SALT_BYTES = 64;
    private static final int BASE64_GROUP = 4;

    private static final Map<String, Digest> PLAIN = Map.of(
            "md5", Digest.MD5,
            "sha", Digest.SHA_1,
            "sha256", Digest.SHA_256,
            "sha384", Digest.SHA_384,
            "sha512", Digest.SHA_512);
    private static final Map<String, Digest> SALTED = Map.of(
            "smd5", Digest.MD5,
            "ssha", Digest.SHA_1,
            "ssha256", Digest.SHA_256,
            "ssha384", Digest.SHA_384,
            "ssha512", Digest.SHA_512);

    private Ldap() {}

    /**
     * One value.
     *
     * @param scheme what is in the braces, in any case
     * @param value what is behind them
     * @param text all of it
     */
    static Hash read(String scheme, String value, String text) throws UnusableHashException {
        String name = scheme.toLowerCase(Locale.ROOT);
        if (PLAIN.containsKey(name)) {
            return hash(PLAIN.get(name), 0, 0, value, text);
        }
        if (SALTED.containsKey(name)) {
            return hash(SALTED.get(name), 1, MAX_SALT_BYTES, value, text);
        }
        throw new UnusableHashException("What is in the braces in front of it is the name of no hash that is known");
    }

    private static Hash hash(Digest digest, int minSalt, int maxSalt, String value, String text)
            throws UnusableHashException {
        if (value.length() % BASE64_GROUP != 0) {
            throw new UnusableHashException("The LDAP hash is not whole: its base64 has no padding");
        }
        byte[] bytes = Text.base64(value, digest.length() + minSalt, digest.length() + maxSalt, "LDAP hash");
        byte[] hash = Arrays.copyOf(bytes, digest.length());
        byte[] salt = Arrays.copyOfRange(bytes, digest.length(), bytes.length);
        return new KeptHash("ldap", true, text, Salted.behind(digest, salt, hash));
    }
}
