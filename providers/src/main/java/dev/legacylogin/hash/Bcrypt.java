package dev.legacylogin.hash;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt as PHP ({@code $2y$}), Go, Spring and most others ({@code $2a$}, {@code $2b$}) write it: the prefix, the cost
 * in two digits, and salt and hash in 22 and 31 characters.
 *
 * <p>72 bytes of a password count, as everywhere. For PHP it ends at the first NUL, for the others NUL is a byte like
 * any. {@code $2x$} and {@code $2$} come from faulty implementations, whose faults are not repeated here.
 */
final class Bcrypt {
    /** About a second. Each more doubles the time: 31, the highest, takes hours. */
    static final int MAX_COST = 14;

    private static final int MIN_COST = 4;
    private static final int MAX_PASSWORD_BYTES = 72;
    private static final int SALT_BYTES = 16;
    /** Of the 24 that bcrypt gives: its first implementation forgot the last. */
    private static final int KEY_BYTES = 23;

    private static final Pattern FORM =
            Pattern.compile("\\$2([aby])\\$(\\d\\d)\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");

    private Bcrypt() {}

    /** A plain one. */
    static Hash read(String text) throws UnusableHashException {
        return new KeptHash("bcrypt", false, text, check(text));
    }

    /** That nobody can verify it. */
    static Hash refuseFaulty(String text) throws UnusableHashException {
        throw new UnusableHashException("$2$ and $2x$ mark bcrypt of faulty old implementations, which differs for some"
                + " passwords: these users need a new password");
    }

    /** What verifies it, for forms that hash something made of the password. */
    static KeptHash.Check check(String bcrypt) throws UnusableHashException {
        Matcher parts = Text.parts(FORM, bcrypt, "bcrypt");
        boolean php = parts.group(1).equals("y");
        int cost = Integer.parseInt(parts.group(2));
        if (cost < MIN_COST || cost > MAX_COST) {
            throw new UnusableHashException("The bcrypt cost is " + cost + "; from " + MIN_COST + " to " + MAX_COST
                    + " are taken, as higher ones would keep the server busy for seconds at each login");
        }
        byte[] salt = BcryptBase64.decode(parts.group(3), SALT_BYTES);
        byte[] key = BcryptBase64.decode(parts.group(4), KEY_BYTES);
        return password -> password.possible()
                & MessageDigest.isEqual(key, bcrypt(php ? password.untilNul() : password, salt, cost));
    }

    private static byte[] bcrypt(Password password, byte[] salt, int cost) {
        byte[] bytes = password.bytes();
        byte[] ended = Arrays.copyOf(bytes, Math.min(bytes.length + 1, MAX_PASSWORD_BYTES));
        return Arrays.copyOf(BCrypt.generate(ended, salt, cost), KEY_BYTES);
    }
}
