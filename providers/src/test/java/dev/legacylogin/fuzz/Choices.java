package dev.legacylogin.fuzz;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** Bytes as choices, one each; the first of what there is when they are used up. */
final class Choices implements IntUnaryOperator {
    private final byte[] bytes;
    private int next;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A number below this one. */
    @Override
    public int applyAsInt(int below) {
        return next < bytes.length ? Byte.toUnsignedInt(bytes[next++]) % below : 0;
    }

    <T> T one(List<T> all) {
        return all.get(applyAsInt(all.size()));
    }
}
