package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spring Security's digests, which it calls deprecated, behind the braces with their name. */
final class SpringDigest {
    private static final int STANDARD_SALT_BYTES = 8;
    private static final int STANDARD_ROUNDS = 1024;

    /** A salt counts with its braces. */
    private static final Pattern FORM = Pattern.compile("(\\{[^{}]*})?([0-9a-fA-F]+)");

    private SpringDigest() {}

    /** Whether it is one, and not the base64 of LDAP under the same name. */
    static boolean is(Digest digest, String value) {
        Matcher parts = FORM.matcher(value);
        return parts.matches() && parts.group(2).length() == 2 * digest.length();
    }

    /** {@code {salt}hash} of MessageDigestPasswordEncoder: of the password and the salt behind it. */
    static Hash read(Digest digest, String value, String text) throws UnusableHashException {
        Matcher parts = Text.parts(FORM, value, digest.family());
        byte[] salt = (parts.group(1) == null ? "" : parts.group(1)).getBytes(StandardCharsets.UTF_8);
        byte[] hash = Text.hex(parts.group(2), digest.length(), digest.length(), "digest");
        return new KeptHash(digest.family(), true, text, Salted.behind(digest, salt, hash));
    }

    /** Whether it is one of StandardPasswordEncoder, by its length. */
    static boolean isStandard(String value) {
        return value.matches("[0-9a-fA-F]{80}");
    }

    /** Salt and hash of StandardPasswordEncoder: the salt and the password, digested 1024 times. */
    static Hash readStandard(String value, String text) throws UnusableHashException {
        int length = STANDARD_SALT_BYTES + Digest.SHA_256.length();
        byte[] bytes = Text.hex(value, length, length, "SHA-256 hash");
        byte[] salt = Arrays.copyOf(bytes, STANDARD_SALT_BYTES);
        byte[] hash = Arrays.copyOfRange(bytes, STANDARD_SALT_BYTES, length);
        return new KeptHash(
                Digest.SHA_256.family(),
                true,
                text,
                password -> password.possible() & MessageDigest.isEqual(hash, standard(salt, password.bytes())));
    }

    private static byte[] standard(byte[] salt, byte[] password) {
        byte[] digest = Digest.SHA_256.of(salt, password);
        for (int round = 1; round < STANDARD_ROUNDS; round++) {
            digest = Digest.SHA_256.algorithm().digest(digest);
        }
        return digest;
    }
}
