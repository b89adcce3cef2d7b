package dev.legacylogin.http;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * The body of a request, as old clients really send it: JSON under several content types or none, or a form where the
 * page's origin takes forms.
 *
 * @param contentType the {@code Content-Type} header as sent, or {@code null}
 * @param stream the bytes, or {@code null} where the method has no body
 */
public record Body(String contentType, InputStream stream) {
    /** The longest body that is read, in bytes. A documented body has some hundred. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;

    /**
     * The members of a JSON body. A browser's {@code fetch} sends a string as {@code text/plain}, scripts send none at
     * all, so these count as JSON too. An empty body has no members, whatever its content type says.
     *
     * @throws RefusedException unsupported content type, too large, malformed
     */
    public Members json() {
        byte[] bytes = readBounded();
        if (bytes.length == 0) {
            return new Members(Json.object());
        }
        if (!isJson()) {
            throw new RefusedException(Fault.UNSUPPORTED_MEDIA_TYPE);
        }
        return new Members(Json.readObject(bytes));
    }

    /**
     * The members of a JSON body or of a form.
     *
     * @throws RefusedException unsupported content type, too large, malformed, a form parameter sent twice
     */
    public Members jsonOrForm() {
        return mediaType().equals(FORM) ? new Members(Form.read(readBounded())) : json();
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

    private boolean isJson() {
        String type = mediaType();
        return type.isEmpty()
                || type.equals(MediaType.APPLICATION_JSON)
                || type.equals(MediaType.TEXT_PLAIN)
                || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private String mediaType() {
        if (contentType == null) {
            return "";
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
