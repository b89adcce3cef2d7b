package dev.legacylogin.hash;

import dev.legacylogin.hash.Pbkdf2.Prf;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes with the name of their format in braces before them, as Spring Security's DelegatingPasswordEncoder writes
 * them, and LDAP. Those of Spring are read as its defaults made them: with a secret of the application's own
 * ({@code Pbkdf2PasswordEncoder} and {@code StandardPasswordEncoder} may have one) they never match.
 */
final class Braces {
    private static final Pattern FORM = Pattern.compile("\\{([^{}]+)}(.+)", Pattern.DOTALL);

    private static final int PBKDF2_ITERATIONS = 185_000;
    private static final int PBKDF2_SALT_BYTES = 8;
    private static final int NEWER_PBKDF2_ITERATIONS = 310_000;
    private static final int NEWER_PBKDF2_SALT_BYTES = 16;

    private Braces() {}

    static Hash read(String text) throws UnusableHashException {
        Matcher parts = Text.parts(FORM, text, "{NAME}");
        Hash hash = read(parts.group(1), parts.group(2), text);
        return hash instanceof KeptHash kept ? kept.within(text) : hash;
    }

    private static Hash read(String name, String value, String text) throws UnusableHashException {
        return switch (name) {
            case "noop" -> throw new UnusableHashException("{noop} marks a password in plain text, which is no hash");
            case "bcrypt" -> Bcrypt.read(value);
            case "argon2", "argon2@SpringSecurity_v5_8" -> Argon2.read(value);
            case "scrypt", "scrypt@SpringSecurity_v5_8" -> Scrypt.readSpring(value);
            case "pbkdf2" -> Pbkdf2.readSpring(Prf.SHA_1, PBKDF2_ITERATIONS, PBKDF2_SALT_BYTES, value);
            case "pbkdf2@SpringSecurity_v5_8" ->
                Pbkdf2.readSpring(Prf.SHA_256, NEWER_PBKDF2_ITERATIONS, NEWER_PBKDF2_SALT_BYTES, value);
            case "ldap" -> readLdap(value);
            case "MD4" -> SpringDigest.read(Digest.MD4, value, text);
            case "SHA-1" -> SpringDigest.read(Digest.SHA_1, value, text);
            case "SHA-256" -> SpringDigest.read(Digest.SHA_256, value, text);
            case "CRYPT", "crypt" -> Formats.readCrypt(value);
            default -> readEither(name, value, text);
        };
    }

    /** Names that mean something to both. */
    private static Hash readEither(String name, String value, String text) throws UnusableHashException {
        if (name.equals("MD5") && SpringDigest.is(Digest.MD5, value)) {
            return SpringDigest.read(Digest.MD5, value, text);
        }
        return name.equals("sha256") && SpringDigest.isStandard(value)
                ? SpringDigest.readStandard(value, text)
                : Ldap.read(name, value, text);
    }

    private static Hash readLdap(String text) throws UnusableHashException {
        Matcher parts = Text.parts(FORM, text, "LDAP");
        return Ldap.read(parts.group(1), parts.group(2), text);
    }
}
