package dev.legacylogin.http;

import dev.legacylogin.http.BodyType.Also;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * The body of a request, as old clients really send it.
 *
 * @param contentType the {@code Content-Type} header as sent, or {@code null}
 * @param stream the bytes, or {@code null} where the method has no body
 */
public record Body(String contentType, InputStream stream) {
    /** The longest body that is read, in bytes. A documented body has some hundred. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * Its members. A browser's {@code fetch} sends a string as {@code text/plain}, scripts send no type at all, so these
     * count as JSON. An empty body has no members, whatever its content type says.
     *
     * @throws RefusedException unsupported content type, too large, malformed
     */
    public Members members(BodyType type) {
        if (!type.read()) {
            return Members.NONE;
        }
        byte[] bytes = readBounded();
        if (bytes.length == 0) {
            return Members.NONE;
        }
        String mediaType = contentType == null ? "" : mediaType(contentType);
        if (type.takes(Also.FORM) && mediaType.equals(MediaType.APPLICATION_FORM_URLENCODED)) {
            return new Members(Form.read(bytes));
        }
        if (type.takes(Also.MULTIPART) && mediaType.equals(MediaType.MULTIPART_FORM_DATA)) {
            return new Members(Multipart.read(contentType, bytes));
        }
        if (!isJson(type, mediaType)) {
            throw new RefusedException(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
        return new Members(Json.readObject(type.takes(Also.BYTE_ORDER_MARK) ? withoutMark(bytes) : bytes));
    }

    private byte[] readBounded() {
        try {
            byte[] bytes = stream == null ? new byte[0] : stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new RefusedException(Fault.TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            // bad chunks, or the caller has gone: nothing that an admin could mend
            throw new RefusedException(Fault.MALFORMED);
        }
    }

    private boolean isJson(BodyType type, String mediaType) {
        return type.takes(Also.ANY_TYPE)
                || mediaType.isEmpty()
                || mediaType.equals(MediaType.TEXT_PLAIN)
                || saysJson()
                || (type.takes(Also.UNKNOWN_TYPES)
                        && !mediaType.startsWith("multipart/")
                        && !mediaType.endsWith("/xml")
                        && !mediaType.endsWith("+xml"));
    }

    /** Some clients send the header twice, which arrives as one value with a comma. */
    private boolean saysJson() {
        return contentType != null
                && Arrays.stream(contentType.split(","))
                        .map(Body::mediaType)
                        .anyMatch(type -> type.endsWith("/json") || (type.endsWith("+json") && type.indexOf('/') > 0));
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean marked = bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }
}
