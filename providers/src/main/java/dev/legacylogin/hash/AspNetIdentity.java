package dev.legacylogin.hash;

import dev.legacylogin.hash.Pbkdf2.Prf;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * ASP.NET Identity's PBKDF2: base64 of a byte for the version and the parts. Version 2 (a zero byte) has but salt and
 * key, version 3 (a one) says function, iterations and the salt's length before them.
 */
final class AspNetIdentity {
    private static final int V2_BYTES = 49;
    private static final int V2_SALT_BYTES = 16;
    private static final int V2_ITERATIONS = 1000;
    private static final int V3_HEADER_BYTES = 13;
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 64;

    private AspNetIdentity() {}

    /** Whether a text begins like one of them. */
    static boolean looksLikeIt(String text) {
        byte[] bytes = bytes(text);
        return bytes.length == V2_BYTES && bytes[0] == 0 || bytes.length > V3_HEADER_BYTES && bytes[0] == 1;
    }

    static Hash read(String text) throws UnusableHashException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(text));
        return bytes.get() == 0
                ? Pbkdf2.hash(Prf.SHA_1, V2_ITERATIONS, take(bytes, V2_SALT_BYTES), take(bytes, bytes.remaining()))
                : readV3(bytes);
    }

    private static Hash readV3(ByteBuffer bytes) throws UnusableHashException {
        int prf = bytes.getInt();
        int iterations = bytes.getInt();
        int saltLength = bytes.getInt();
        int keyLength = bytes.remaining() - saltLength;
        if (prf < 0 || prf >= Prf.values().length || iterations == 0) {
            throw new UnusableHashException("It begins like a hash of ASP.NET Identity, but names no known function");
        }
        if (saltLength < MIN_BYTES || saltLength > MAX_BYTES || keyLength < MIN_BYTES || keyLength > MAX_BYTES) {
            throw new UnusableHashException("It begins like a hash of ASP.NET Identity, but is cut or too long");
        }
        // unsigned: what does not fit is far above the limit
        int checked = iterations < 0 ? Integer.MAX_VALUE : iterations;
        return Pbkdf2.hash(Prf.values()[prf], checked, take(bytes, saltLength), take(bytes, keyLength));
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
