package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** scrypt in the texts of passlib and Kratos, hashcat, Werkzeug, Django and Spring. */
final class Scrypt {
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 64;
    private static final int MAX_SALT_BYTES = 512;
    private static final int HEX = 16;
    private static final int MAX_PARAMETERS = 0xff;

    private static final Pattern MODULAR =
            Pattern.compile("\\$scrypt\\$ln=(\\d+),r=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Pattern HASHCAT = Pattern.compile("SCRYPT:(\\d+):(\\d+):(\\d+):([^:]+):([^:]+)");
    private static final Pattern WERKZEUG = Pattern.compile("scrypt:(\\d+):(\\d+):(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final Pattern DJANGO = Pattern.compile("scrypt\\$(\\d+)\\$([^$]+)\\$(\\d+)\\$(\\d+)\\$([^$]+)");
    private static final Pattern SPRING = Pattern.compile("\\$([0-9a-f]{1,8})\\$([^$]+)\\$([^$]+)");

    private Scrypt() {}

    /** {@code $scrypt$ln=…}. Where Kratos wrote it, {@code ln} is N itself, and so above any logarithm. */
    static Hash readModular(String text) throws UnusableHashException {
        Matcher parts = Text.parts(MODULAR, text, "scrypt");
        boolean log = parts.group(1).length() < 3 && Integer.parseInt(parts.group(1)) < Integer.SIZE;
        ScryptCost cost = log
                ? ScryptCost.ofLog(parts.group(1), parts.group(2), parts.group(3))
                : ScryptCost.of(parts.group(1), parts.group(2), parts.group(3));
        return hash(text, cost, salt(parts.group(4)), key(parts.group(5)));
    }

    /** {@code SCRYPT:N:r:p:salt:hash}. */
    static Hash readHashcat(String text) throws UnusableHashException {
        Matcher parts = Text.parts(HASHCAT, text, "scrypt");
        ScryptCost cost = ScryptCost.of(parts.group(1), parts.group(2), parts.group(3));
        return hash(text, cost, salt(parts.group(4)), key(parts.group(5)));
    }

    /** {@code scrypt:N:r:p$salt$hash}: the salt is text, the hash hexadecimal. */
    static Hash readWerkzeug(String text) throws UnusableHashException {
        Matcher parts = Text.parts(WERKZEUG, text, "scrypt");
        ScryptCost cost = ScryptCost.of(parts.group(1), parts.group(2), parts.group(3));
        return hash(text, cost, utf8(parts.group(4)), Text.hex(parts.group(5), MIN_BYTES, MAX_BYTES, "scrypt hash"));
    }

    /** {@code scrypt$N$salt$r$p$hash}: the salt is text. */
    static Hash readDjango(String text) throws UnusableHashException {
        Matcher parts = Text.parts(DJANGO, text, "scrypt");
        ScryptCost cost = ScryptCost.of(parts.group(1), parts.group(3), parts.group(4));
        return hash(text, cost, utf8(parts.group(2)), key(parts.group(5)));
    }

    /** {@code $e0801$salt$hash}: the logarithm of N, then r and p in two hexadecimal digits each. */
    static Hash readSpring(String text) throws UnusableHashException {
        Matcher parts = Text.parts(SPRING, text, "scrypt");
        long cost = Long.parseLong(parts.group(1), HEX);
        String logN = Long.toString(cost >> 2 * Byte.SIZE);
        String r = Long.toString(cost >> Byte.SIZE & MAX_PARAMETERS);
        String p = Long.toString(cost & MAX_PARAMETERS);
        return hash(text, ScryptCost.ofLog(logN, r, p), salt(parts.group(2)), key(parts.group(3)));
    }

    private static Hash hash(String text, ScryptCost cost, byte[] salt, byte[] key) {
        return new KeptHash(
                "scrypt",
                cost.weak(),
                text,
                password -> password.possible() & MessageDigest.isEqual(key, cost.hash(password, salt, key.length)));
    }

    private static byte[] salt(String base64) throws UnusableHashException {
        return Text.base64(base64, 1, MAX_SALT_BYTES, "scrypt salt");
    }

    private static byte[] key(String base64) throws UnusableHashException {
        return Text.base64(base64, MIN_BYTES, MAX_BYTES, "scrypt hash");
    }

    private static byte[] utf8(String salt) {
        return salt.getBytes(StandardCharsets.UTF_8);
    }
}
