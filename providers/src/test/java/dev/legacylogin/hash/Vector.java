package dev.legacylogin.hash;

import dev.legacylogin.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash that another program computed, as published with it or here.
 *
 * @param family the name of its family
 * @param weak whether it is a weak one
 * @param password what was hashed
 * @param hash the text
 */
record Vector(String family, boolean weak, String password, String hash) {
    private static final List<Vector> ALL = readAll();

    /** All of {@code vectors.tsv}. */
    static Stream<Vector> all() {
        return ALL.stream();
    }

    /** The first hash of a family. */
    static Vector of(String family) {
        return all().filter(vector -> vector.family.equals(family)).findFirst().orElseThrow();
    }

    private static List<Vector> readAll() {
        return Texts.resource(Vector.class, "vectors.tsv")
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(Vector::of)
                .toList();
    }

    private static Vector of(String[] columns) {
        return new Vector(columns[0], Boolean.parseBoolean(columns[1]), columns[2], columns[3]);
    }

    /** As it is read. */
    OldHash read() {
        try {
            return OldHash.read(hash);
        } catch (UnusableHashException e) {
            throw new AssertionError(hash, e);
        }
    }

    @Override
    public String toString() {
        return hash;
    }
}
