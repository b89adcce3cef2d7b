package dev.legacylogin.hash;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a hash's text. */
final class Text {
    private static final int DIGITS = 10;

    private Text() {}

    /** The parts of a text of this form, by their groups. */
    static Matcher parts(Pattern form, String text, String what) throws UnusableHashException {
        Matcher parts = form.matcher(text);
        if (!parts.matches()) {
            throw new UnusableHashException("This is not a whole " + what + " hash: it is cut, or has other parts");
        }
        return parts;
    }

    /** A number without leading zeros, up to what costs too much to verify. */
    static int number(String digits, int min, int max, String what) throws UnusableHashException {
        if (digits.length() > DIGITS || Long.parseLong(digits) > max) {
            throw new UnusableHashException(
                    what + " is above " + max + ", which is the most that a login may cost here");
        }
        int number = Integer.parseInt(digits);
        if (number < min || !Integer.toString(number).equals(digits)) {
            throw new UnusableHashException(what + " is not a number from " + min + " on");
        }
        return number;
    }

    /** Standard base64, with or without padding, but without stray bits at the end. */
    static byte[] base64(String text, int minBytes, int maxBytes, String what) throws UnusableHashException {
        byte[] bytes = decode(text);
        if (bytes == null) {
            throw new UnusableHashException("The " + what + " is not base64, or is cut");
        }
        return sized(bytes, minBytes, maxBytes, what);
    }

    private static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            String again = Base64.getEncoder().encodeToString(bytes);
            return again.equals(text) || again.replace("=", "").equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Hexadecimal, in small or capital letters. */
    static byte[] hex(String text, int minBytes, int maxBytes, String what) throws UnusableHashException {
        try {
            return sized(HexFormat.of().parseHex(text), minBytes, maxBytes, what);
        } catch (IllegalArgumentException e) {
            throw new UnusableHashException("The " + what + " is not hexadecimal");
        }
    }

    private static byte[] sized(byte[] bytes, int minBytes, int maxBytes, String what) throws UnusableHashException {
        if (bytes.length < minBytes || bytes.length > maxBytes) {
            throw new UnusableHashException("The " + what + " has " + bytes.length + " bytes instead of "
                    + (minBytes == maxBytes ? minBytes : minBytes + " to " + maxBytes));
        }
        return bytes;
    }
}
