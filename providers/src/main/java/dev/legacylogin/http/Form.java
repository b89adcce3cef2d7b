package dev.legacylogin.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body of {@code application/x-www-form-urlencoded} (WHATWG URL standard, section 5.1) in UTF-8, read strictly: where
 * the JDK's and the server's decoders replace bytes that are not UTF-8, this refuses them.
 */
final class Form {
    private Form() {}

    /**
     * The parameters as members.
     *
     * @throws RefusedException {@link Fault#MALFORMED}: a bad escape, not UTF-8, a parameter sent twice
     */
    static ObjectNode read(byte[] body) {
        ObjectNode members = Json.object();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (members.has(name)) {
                throw new RefusedException(Fault.MALFORMED);
            }
            members.put(name, value);
        }
        return members;
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(octet(encoded, i + 1));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return Utf8.decode(bytes.toByteArray());
    }

    private static int octet(String encoded, int start) {
        int high = start + 1 < encoded.length() ? Character.digit(encoded.charAt(start), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(encoded.charAt(start + 1), 16);
        if (low < 0) {
            throw new RefusedException(Fault.MALFORMED);
        }
        return high * 16 + low;
    }
}
