package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * WordPress from 6.8 on: {@code $wp} in front of a bcrypt hash, which is of the base64 of an HMAC-SHA-384 of the trimmed
 * password, so that all of a long password counts.
 */
final class Wordpress {
    private static final int MAX_PASSWORD_BYTES = 4096;
    private static final String PREFIX = "$wp";
    private static final byte[] KEY = "wp-sha384".getBytes(StandardCharsets.US_ASCII);
    /** What PHP's trim() takes off. */
    private static final String BLANKS = " \t\n\r\0\u000B";

    private Wordpress() {}

    /** From {@code $wp} on. */
    static Hash read(String text) throws UnusableHashException {
        KeptHash.Check check = Bcrypt.check(text.substring(PREFIX.length()));
        return new KeptHash("wordpress", false, text, password -> {
            Password taken = trimmed(password).atMost(MAX_PASSWORD_BYTES);
            return check.matches(taken.as(Base64.getEncoder().encode(Digest.SHA_384.hmac(KEY, taken.bytes()))));
        });
    }

    /** Without the blanks at both ends. */
    static Password trimmed(Password password) {
        byte[] bytes = password.bytes();
        int start = 0;
        int end = bytes.length;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        return end - start == bytes.length ? password : password.as(Arrays.copyOfRange(bytes, start, end));
    }

    private static boolean isBlank(byte character) {
        return BLANKS.indexOf(character) >= 0;
    }
}
