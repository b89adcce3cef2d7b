package dev.legacylogin.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8. Java's own constructors replace what is not UTF-8, and so would change a password silently. */
public final class Utf8 {
    private Utf8() {}

    /**
     * The text of these bytes.
     *
     * @throws RefusedException {@link Fault#MALFORMED} where they are not UTF-8
     */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(Fault.MALFORMED);
        }
    }

    /** Whether a text can be UTF-8: half a surrogate, as JSON's escapes can have it, cannot. */
    public static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
