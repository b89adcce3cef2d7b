package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digests whose text says what they are. An export whose column has the bare digest needs that put in front of it:
 *
 * <ul>
 *   <li>{@code md5:HASH}: of the password alone
 *   <li>{@code md5:SALT:HASH}: of the salt and the password behind it
 *   <li>{@code md5(password+salt):SALT:HASH}: of the password and the salt behind it
 * </ul>
 *
 * <p>The same with {@code sha1}, {@code sha256}, {@code sha384} and {@code sha512}. The hash is hexadecimal or base64.
 * The salt is text, up to the last colon; {@code hex=} in front of it says that it is bytes in hexadecimal.
 */
final class DigestText {
    private static final int MAX_SALT_BYTES = 512;
    private static final String HEX_SALT = "hex=";

    private static final Pattern TEXT =
            Pattern.compile("[a-z0-9]+(\\(password\\+salt\\))?:(?:(.*):)?([^:]+)", Pattern.DOTALL);
    private static final Pattern PYTHON = Pattern.compile("[a-z0-9]+\\$([^$]*)\\$([^$]+)");

    private DigestText() {}

    /** The forms above. */
    static Hash read(Digest digest, String text) throws UnusableHashException {
        Matcher parts = Text.parts(TEXT, text, digest.family());
        byte[] salt = salt(parts.group(2) == null ? "" : parts.group(2));
        byte[] hash = hash(digest, parts.group(3));
        KeptHash.Check check =
                parts.group(1) == null ? Salted.before(digest, salt, hash) : Salted.behind(digest, salt, hash);
        return new KeptHash(digest.family(), true, text, check);
    }

    /**
     * {@code md5$salt$hash}: of the salt and the password, if Django wrote it, and an HMAC, if it was Werkzeug. Nothing
     * tells them apart, so either may match.
     */
    static Hash readPython(Digest digest, String text) throws UnusableHashException {
        Matcher parts = Text.parts(PYTHON, text, digest.family());
        byte[] salt = parts.group(1).getBytes(StandardCharsets.UTF_8);
        byte[] hash = hash(digest, parts.group(2));
        KeptHash.Check django = Salted.before(digest, salt, hash);
        KeptHash.Check werkzeug = salt.length == 0 ? django : hmac(digest, salt, hash);
        return new KeptHash(
                digest.family(), true, text, password -> django.matches(password) | werkzeug.matches(password));
    }

    private static KeptHash.Check hmac(Digest digest, byte[] salt, byte[] expected) {
        return password -> password.possible() & MessageDigest.isEqual(expected, digest.hmac(salt, password.bytes()));
    }

    private static byte[] salt(String text) throws UnusableHashException {
        return text.startsWith(HEX_SALT)
                ? Text.hex(text.substring(HEX_SALT.length()), 1, MAX_SALT_BYTES, "salt")
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hash(Digest digest, String text) throws UnusableHashException {
        return text.length() == 2 * digest.length()
                ? Text.hex(text, digest.length(), digest.length(), "digest")
                : Text.base64(text, digest.length(), digest.length(), "digest");
    }
}
