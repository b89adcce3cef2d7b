package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PBKDF2 (RFC 8018) in the texts of Django, Werkzeug, passlib, the PHC and Spring. Keycloak verifies it itself. */
final class Pbkdf2 {
    /** Iterations, times the digests that the length of the key takes: about a second. */
    static final int MAX_WORK = 2_000_000;

    private static final int WEAK_WORK = 10_000;
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 64;
    private static final int MAX_SALT_BYTES = 512;

    private static final Map<String, Prf> PRFS =
            Map.of("", Prf.SHA_1, "sha1", Prf.SHA_1, "sha256", Prf.SHA_256, "sha512", Prf.SHA_512);

    private static final Pattern DJANGO = Pattern.compile("pbkdf2_(sha1|sha256)\\$(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Pattern WERKZEUG = Pattern.compile("pbkdf2:(sha1|sha256|sha512):(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Pattern MODULAR =
            Pattern.compile("\\$pbkdf2(?:-(sha1|sha256|sha512))?\\$(?:i=)?(\\d+)(?:,l=\\d+)?\\$([^$]+)\\$([^$]+)");

    /** The function that is repeated, as Keycloak's providers call it. */
    enum Prf {
        SHA_1("pbkdf2", Digest.SHA_1),
        SHA_256("pbkdf2-sha256", Digest.SHA_256),
        SHA_512("pbkdf2-sha512", Digest.SHA_512);

        private final String algorithm;
        private final Digest digest;

        Prf(String algorithm, Digest digest) {
            this.algorithm = algorithm;
            this.digest = digest;
        }
    }

    private Pbkdf2() {}

    /** {@code pbkdf2_sha256$iterations$salt$hash}: the salt is text. */
    static Hash readDjango(String text) throws UnusableHashException {
        Matcher parts = Text.parts(DJANGO, text, "PBKDF2");
        return hash(PRFS.get(parts.group(1)), parts.group(2), utf8(parts.group(3)), key(parts.group(4)));
    }

    /** {@code pbkdf2:sha256:iterations$salt$hash}: the salt is text, the hash hexadecimal. */
    static Hash readWerkzeug(String text) throws UnusableHashException {
        Matcher parts = Text.parts(WERKZEUG, text, "PBKDF2");
        byte[] key = Text.hex(parts.group(4), MIN_BYTES, MAX_BYTES, "PBKDF2 hash");
        return hash(PRFS.get(parts.group(1)), parts.group(2), utf8(parts.group(3)), key);
    }

    /** {@code $pbkdf2-sha256$iterations$salt$hash}, where passlib writes a dot for the plus of base64. */
    static Hash readModular(String text) throws UnusableHashException {
        Matcher parts = Text.parts(MODULAR, text, "PBKDF2");
        Prf prf = PRFS.get(parts.group(1) == null ? "" : parts.group(1));
        byte[] salt = Text.base64(parts.group(3).replace('.', '+'), 1, MAX_SALT_BYTES, "PBKDF2 salt");
        return hash(prf, parts.group(2), salt, key(parts.group(4).replace('.', '+')));
    }

    /**
     * Spring's, which says nothing of how it was made: salt and hash in hexadecimal.
     *
     * @param saltBytes how many of the bytes are the salt; the others are as many as 256 bits have
     */
    static Hash readSpring(Prf prf, int iterations, int saltBytes, String text) throws UnusableHashException {
        int length = saltBytes + Digest.SHA_256.length();
        byte[] bytes = Text.hex(text, length, length, "PBKDF2 hash");
        return hash(
                prf, iterations, Arrays.copyOf(bytes, saltBytes), Arrays.copyOfRange(bytes, saltBytes, bytes.length));
    }

    private static Hash hash(Prf prf, String iterations, byte[] salt, byte[] key) throws UnusableHashException {
        return hash(prf, Text.number(iterations, 1, MAX_WORK, "The number of PBKDF2's iterations"), salt, key);
    }

    /** From its parts. */
    static Hash hash(Prf prf, int iterations, byte[] salt, byte[] key) throws UnusableHashException {
        int digests = (key.length + prf.digest.length() - 1) / prf.digest.length();
        if (iterations > MAX_WORK / digests) {
            throw new UnusableHashException("The number of PBKDF2's iterations is above " + MAX_WORK / digests
                    + " with a hash of this length, which is the most that a login may cost here");
        }
        boolean weak = iterations * digests < WEAK_WORK;
        return new KeycloakHash("pbkdf2", weak, prf.algorithm, iterations, Map.of(), salt, key);
    }

    private static byte[] key(String base64) throws UnusableHashException {
        return Text.base64(base64, MIN_BYTES, MAX_BYTES, "PBKDF2 hash");
    }

    private static byte[] utf8(String salt) {
        return salt.getBytes(StandardCharsets.UTF_8);
    }
}
