package dev.legacylogin.hash;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All formats, each told by how its text begins. */
final class Formats {
    /** Three times the longest that is known, Firebase's. */
    private static final int MAX_LENGTH = 1024;

    private static final Pattern BARE_DIGEST = Pattern.compile("([0-9a-fA-F]{2}){16,64}");

    private static final List<Format> CRYPT = List.of(
            new Format("$2a$", Bcrypt::read),
            new Format("$2b$", Bcrypt::read),
            new Format("$2y$", Bcrypt::read),
            new Format("$2x$", Bcrypt::refuseFaulty),
            new Format("$2$", Bcrypt::refuseFaulty),
            new Format("$1$", UnixCrypt::readMd5),
            new Format("$apr1$", UnixCrypt::readMd5),
            new Format("$5$", UnixCrypt::readSha256),
            new Format("$6$", UnixCrypt::readSha512));

    private static final List<Format> OTHERS = List.of(
            new Format("$argon2", Argon2::read),
            new Format("argon2$", text -> Argon2.read(text.substring("argon2".length()))),
            new Format("$wp$", Wordpress::read),
            new Format("$P$", Phpass::read),
            new Format("$H$", Phpass::read),
            new Format("$S$", Phpass::readDrupal),
            new Format("U$S$", Phpass::readUpgradedDrupal),
            new Format("$scrypt$", Scrypt::readModular),
            new Format("SCRYPT:", Scrypt::readHashcat),
            new Format("scrypt:", Scrypt::readWerkzeug),
            new Format("scrypt$", Scrypt::readDjango),
            new Format("$firescrypt$", FirebaseScrypt::readKratos),
            new Format("$fbscrypt$", FirebaseScrypt::readSupabase),
            new Format("pbkdf2_", Pbkdf2::readDjango),
            new Format("pbkdf2:", Pbkdf2::readWerkzeug),
            new Format("$pbkdf2", Pbkdf2::readModular),
            new Format("bcrypt$", DjangoBcrypt::read),
            new Format("bcrypt_sha256$", DjangoBcrypt::readOfSha256),
            new Format("{", Braces::read));

    private static final List<Format> ALL = Stream.of(CRYPT.stream(), OTHERS.stream(), digests())
            .flatMap(formats -> formats)
            .toList();

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
        return AspNetIdentity.looksLikeIt(text) ? AspNetIdentity.read(text) : read(ALL, text);
    }

    /** One that may stand behind LDAP's {@code {CRYPT}}. */
    static Hash readCrypt(String text) throws UnusableHashException {
        return read(CRYPT, text);
    }

    private static Hash read(List<Format> formats, String text) throws UnusableHashException {
        for (Format format : formats) {
            if (text.startsWith(format.prefix())) {
                return format.reader().read(text);
            }
        }
        throw new UnusableHashException(whyUnknown(text));
    }

    private static String whyUnknown(String text) {
        if (text.startsWith("!") || text.startsWith("*")) {
            return "It marks a user without a password";
        }
        return BARE_DIGEST.matcher(text).matches()
                ? "It may be one of several digests: put which one in front of it, such as md5: or sha256:"
                : "It is in none of the forms that are known";
    }

    private static Stream<Format> digests() {
        return Stream.of(Digest.MD5, Digest.SHA_1, Digest.SHA_256, Digest.SHA_384, Digest.SHA_512)
                .flatMap(digest -> Stream.of(
                        new Format(digest.prefix() + ":", text -> DigestText.read(digest, text)),
                        new Format(digest.prefix() + "(", text -> DigestText.read(digest, text)),
                        new Format(digest.prefix() + "$", text -> DigestText.readPython(digest, text))));
    }
}
