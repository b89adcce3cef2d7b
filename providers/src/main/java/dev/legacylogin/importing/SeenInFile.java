package dev.legacylogin.importing;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Which row had a name first. Keeps 12 bytes a name, in an open hash table of 64-bit hashes, so that a million users fit
 * beside everything else in a small heap. Two names of one hash are one to it: with two million of them by a chance of
 * one in ten million.
 */
final class SeenInFile {
    private static final int FIRST_SIZE = 1 << 12;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] rows = new int[FIRST_SIZE]; // 0 where nothing is
    private int size;

    /** The row that had this name before, in any case; where none had, it is this row's from now on. */
    OptionalInt before(String name, int row) {
        long hash = hash(name.toLowerCase(Locale.ROOT));
        int at = slot(hash);
        if (rows[at] != 0) {
            return OptionalInt.of(rows[at]);
        }
        put(at, hash, row);
        if (++size > hashes.length / 2) {
            grow();
        }
        return OptionalInt.empty();
    }

    private void put(int at, long hash, int row) {
        hashes[at] = hash;
        rows[at] = row;
    }

    private int slot(long hash) {
        int at = (int) hash & (hashes.length - 1);
        while (rows[at] != 0 && hashes[at] != hash) {
            at = (at + 1) & (hashes.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] old = hashes;
        int[] oldRows = rows;
        hashes = new long[old.length * 2];
        rows = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (oldRows[i] != 0) {
                put(slot(old[i]), old[i], oldRows[i]);
            }
        }
    }

    /** FNV-1a over the characters, with SplitMix64's last step, which spreads it over all bits. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
