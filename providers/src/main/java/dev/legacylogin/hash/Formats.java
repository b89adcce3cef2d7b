package dev.legacylogin.hash;

import java.util.List;

/** All formats, each told by how its text begins. */
final class Formats {
    /** Three times the longest that is known, Firebase's. */
    private static final int MAX_LENGTH = 1024;

    private static final List<Format> ALL = List.of(
            new Format("$2a$", Bcrypt::read),
            new Format("$2b$", Bcrypt::read),
            new Format("$2y$", Bcrypt::read),
            new Format("$2x$", Bcrypt::refuseFaulty),
            new Format("$2$", Bcrypt::refuseFaulty),
            new Format("$argon2", Argon2::read));

    private record Format(String prefix, Reader reader) {}

    @FunctionalInterface
    private interface Reader {
        Hash read(String text) throws UnusableHashException;
    }

    private Formats() {}

    static Hash read(String text) throws UnusableHashException {
        if (text == null || text.isEmpty()) {
            throw new UnusableHashException("There is no hash");
        }
        if (text.length() > MAX_LENGTH) {
            throw new UnusableHashException("It is longer than any hash (" + MAX_LENGTH + " characters)");
        }
        for (Format format : ALL) {
            if (text.startsWith(format.prefix())) {
                return format.reader().read(text);
            }
        }
        throw new UnusableHashException("It is in none of the forms that are known");
    }
}
