package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A password as it is hashed.
 *
 * <p>Some passwords cannot match any hash, such as one with half a surrogate pair in it. They have bytes all the same,
 * so that they take as long as any wrong password.
 */
final class Password {
    private final byte[] bytes;
    private final boolean possible;

    private Password(byte[] bytes, boolean possible) {
        this.bytes = bytes;
        this.possible = possible;
    }

    /** In UTF-8. */
    static Password of(String text) {
        return new Password(
                text.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    /** Whether it may match. */
    boolean possible() {
        return possible;
    }

    /** Its bytes. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** The same, but impossible if it is longer than what the origin takes. */
    Password atMost(int maxBytes) {
        return bytes.length <= maxBytes ? this : new Password(Arrays.copyOf(bytes, maxBytes), false);
    }

    /** The same up to its first NUL, where C ends a text. */
    Password untilNul() {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new Password(Arrays.copyOf(bytes, end), possible);
    }

    /** What the origin hashes instead of the password. */
    Password as(byte[] hashedInstead) {
        return new Password(hashedInstead, possible);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
