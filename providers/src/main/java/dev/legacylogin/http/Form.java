package dev.legacylogin.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body of {@code application/x-www-form-urlencoded} (WHATWG URL standard, section 5.1), read as PHP reads it, in which
 * the origins that take forms are written: of a parameter that is sent twice the last value counts, one with brackets is
 * a list, and a percent sign that escapes nothing stands for itself. Only what is not UTF-8 is refused, where PHP would
 * take the bytes as they are and the JDK would replace them.
 */
final class Form {
    private Form() {}

    /**
     * The parameters as members.
     *
     * @throws RefusedException {@link Fault#MALFORMED}: not UTF-8
     */
    static ObjectNode read(byte[] body) {
        ObjectNode members = Json.object();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(members, name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return members;
    }

    /** A name with brackets, as in {@code name[]} or {@code name[key]}, makes the member an array. */
    static void put(ObjectNode members, String name, String value) {
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.indexOf(']', bracket) > 0) {
            String list = name.substring(0, bracket);
            ArrayNode values = members.get(list) instanceof ArrayNode array ? array : members.putArray(list);
            values.add(value);
        } else {
            members.put(name, value);
        }
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int octet = c == '%' ? octet(encoded, i + 1) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return Utf8.decode(bytes.toByteArray());
    }

    /** The octet of two hexadecimal digits, or -1 where they are none. */
    private static int octet(String encoded, int start) {
        int high = start + 1 < encoded.length() ? Character.digit(encoded.charAt(start), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(encoded.charAt(start + 1), 16);
        return low < 0 ? -1 : high * 16 + low;
    }
}
