package dev.legacylogin.hash;

import org.bouncycastle.crypto.generators.SCrypt;

/**
 * What scrypt (RFC 7914) costs.
 *
 * @param n its rounds, a power of two
 * @param r its block size
 * @param p its parallelism, which here only takes longer
 */
record ScryptCost(int n, int r, int p) {
    /** n times r times p: 128 MiB are gone through, and no more are taken; some 0.5 s. */
    static final int MAX_WORK = 1 << 20;

    /** Bouncy Castle fails above. Usual is 8. */
    private static final int MAX_BLOCK_SIZE = 512;

    private static final int WEAK_WORK = 1 << 13;
    private static final int MAX_LOG_N = 20;
    /** With a block size of 1 (RFC 7914, section 2). */
    private static final int MAX_N_OF_SMALL_BLOCKS = 1 << 15;

    /** From the digits of the three. */
    static ScryptCost of(String n, String r, String p) throws UnusableHashException {
        int rounds = Text.number(n, 2, MAX_WORK, "scrypt's N");
        int blocks =
                Text.number(r, 1, Math.min(MAX_WORK / rounds, MAX_BLOCK_SIZE), "scrypt's block size (r) at this N");
        int parallel = Text.number(p, 1, MAX_WORK / rounds / blocks, "scrypt's parallelism (p) at this N and r");
        if (Integer.bitCount(rounds) != 1 || blocks == 1 && rounds > MAX_N_OF_SMALL_BLOCKS) {
            throw new UnusableHashException("scrypt's N is not a power of two, or too high for its block size (r)");
        }
        return new ScryptCost(rounds, blocks, parallel);
    }

    /** With the logarithm of N. */
    static ScryptCost ofLog(String logN, String r, String p) throws UnusableHashException {
        int log = Text.number(logN, 1, MAX_LOG_N, "scrypt's logarithm of N");
        return of(Integer.toString(1 << log), r, p);
    }

    boolean weak() {
        return n * r * p < WEAK_WORK;
    }

    byte[] hash(Password password, byte[] salt, int length) {
        return SCrypt.generate(password.bytes(), salt, n, r, p, length);
    }
}
