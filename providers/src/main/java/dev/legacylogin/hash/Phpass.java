package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * phpass's portable hashes ({@code $P$}, phpBB's {@code $H$}): MD5 over and over, and Drupal's ({@code $S$}): the same
 * with SHA-512, cut. Drupal puts a {@code U} in front of those that it made of MD5 hashes when it was upgraded.
 */
final class Phpass {
    /** The logarithm of the rounds. WordPress has 13, Drupal up to 16. */
    static final int MAX_LOG_ROUNDS = 18;

    /** Longer passwords are refused by WordPress and phpass. */
    private static final int MAX_PASSWORD_BYTES = 4096;
    /** And by Drupal. */
    private static final int MAX_DRUPAL_PASSWORD_BYTES = 512;

    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int MIN_LOG_ROUNDS = 7;
    private static final int BITS = 6;

    private static final Pattern MD5_FORM =
            Pattern.compile("\\$[PH]\\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{21}[./01])");
    private static final Pattern SHA512_FORM =
            Pattern.compile("\\$S\\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{43})");

    private Phpass() {}

    /** {@code $P$} and {@code $H$}. WordPress hashes the trimmed password; so that is taken too. */
    static Hash read(String text) throws UnusableHashException {
        KeptHash.Check check = check(Digest.MD5, MD5_FORM, text, MAX_PASSWORD_BYTES);
        return new KeptHash("phpass", true, text, password -> {
            Password trimmed = Wordpress.trimmed(password);
            boolean asTyped = check.matches(password);
            return trimmed == password ? asTyped : asTyped | check.matches(trimmed);
        });
    }

    /** {@code $S$}. */
    static Hash readDrupal(String text) throws UnusableHashException {
        return new KeptHash("drupal", false, text, drupal(text));
    }

    /** {@code U$S$}. */
    static Hash readUpgradedDrupal(String text) throws UnusableHashException {
        KeptHash.Check check = drupal(text.substring(1));
        return new KeptHash(
                "drupal", false, text, password -> check.matches(password.as(Digest.MD5.hexOf(password.bytes()))));
    }

    private static KeptHash.Check drupal(String text) throws UnusableHashException {
        return check(Digest.SHA_512, SHA512_FORM, text, MAX_DRUPAL_PASSWORD_BYTES);
    }

    private static KeptHash.Check check(Digest digest, Pattern form, String text, int maxBytes)
            throws UnusableHashException {
        Matcher parts = Text.parts(form, text, digest == Digest.MD5 ? "phpass" : "Drupal");
        int logRounds = ALPHABET.indexOf(parts.group(1));
        if (logRounds < MIN_LOG_ROUNDS || logRounds > MAX_LOG_ROUNDS) {
            throw new UnusableHashException("Its rounds are 2 to the power of " + logRounds + "; from " + MIN_LOG_ROUNDS
                    + " to " + MAX_LOG_ROUNDS + " are taken");
        }
        byte[] salt = ascii(parts.group(2));
        byte[] expected = ascii(parts.group(3));
        return password -> {
            Password taken = password.atMost(maxBytes);
            String encoded = encode(hash(digest, taken.bytes(), salt, 1 << logRounds));
            return taken.possible() & MessageDigest.isEqual(expected, ascii(encoded.substring(0, expected.length)));
        };
    }

    private static byte[] hash(Digest digest, byte[] password, byte[] salt, int rounds) {
        MessageDigest algorithm = digest.algorithm();
        algorithm.update(salt);
        byte[] hash = algorithm.digest(password);
        for (int round = 0; round < rounds; round++) {
            algorithm.update(hash);
            hash = algorithm.digest(password);
        }
        return hash;
    }

    /** Six bits a character, the lowest first. */
    private static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int count = 0;
        for (byte next : bytes) {
            bits |= Byte.toUnsignedInt(next) << count;
            count += Byte.SIZE;
            for (; count >= BITS; count -= BITS) {
                text.append(character(bits));
                bits >>= BITS;
            }
        }
        return text.append(character(bits)).toString();
    }

    private static char character(int bits) {
        return ALPHABET.charAt(bits & (ALPHABET.length() - 1));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
