package dev.legacylogin.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.commons.codec.digest.Sha2Crypt;

/** The crypt(3) of Unix systems: MD5-crypt ({@code $1$}, Apache's {@code $apr1$}) and SHA-crypt ({@code $5$}, {@code $6$}). */
final class UnixCrypt {
    /** Half a second and more. 5,000 is the default where none is said. */
    static final int MAX_ROUNDS = 1_000_000;

    private static final int MIN_ROUNDS = 1000;
    private static final int DEFAULT_ROUNDS = 5000;
    /** libxcrypt refuses longer ones. */
    private static final int MAX_PASSWORD_BYTES = 511;

    /** The last character of each has but a few of its bits left. */
    private static final Pattern MD5_FORM =
            Pattern.compile("(\\$(?:1|apr1)\\$[./0-9A-Za-z]{1,8})\\$[./0-9A-Za-z]{21}[./01]");

    private static final Pattern SHA256_FORM =
            Pattern.compile("(\\$5\\$(?:rounds=(\\d+)\\$)?[./0-9A-Za-z]{1,16})\\$[./0-9A-Za-z]{42}[./0-9A-D]");
    private static final Pattern SHA512_FORM =
            Pattern.compile("(\\$6\\$(?:rounds=(\\d+)\\$)?[./0-9A-Za-z]{1,16})\\$[./0-9A-Za-z]{85}[./01]");

    private UnixCrypt() {}

    static Hash readMd5(String text) throws UnusableHashException {
        Matcher parts = Text.parts(MD5_FORM, text, "MD5-crypt");
        BiFunction<byte[], String, String> crypt = text.startsWith("$1$") ? Md5Crypt::md5Crypt : Md5Crypt::apr1Crypt;
        return new KeptHash("md5-crypt", true, text, check(text, parts.group(1), crypt));
    }

    static Hash readSha256(String text) throws UnusableHashException {
        return readSha(text, SHA256_FORM, Sha2Crypt::sha256Crypt);
    }

    static Hash readSha512(String text) throws UnusableHashException {
        return readSha(text, SHA512_FORM, Sha2Crypt::sha512Crypt);
    }

    private static Hash readSha(String text, Pattern form, BiFunction<byte[], String, String> crypt)
            throws UnusableHashException {
        Matcher parts = Text.parts(form, text, "SHA-crypt");
        int rounds = parts.group(2) == null
                ? DEFAULT_ROUNDS
                : Text.number(parts.group(2), MIN_ROUNDS, MAX_ROUNDS, "The number of SHA-crypt's rounds");
        return new KeptHash("sha-crypt", rounds < DEFAULT_ROUNDS, text, check(text, parts.group(1), crypt));
    }

    /** A password ends at its first NUL, as all texts in C do. */
    private static KeptHash.Check check(String text, String setting, BiFunction<byte[], String, String> crypt) {
        return password -> {
            Password taken = password.untilNul().atMost(MAX_PASSWORD_BYTES);
            String computed = crypt.apply(taken.bytes(), setting);
            return taken.possible() & MessageDigest.isEqual(ascii(text), ascii(computed));
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
