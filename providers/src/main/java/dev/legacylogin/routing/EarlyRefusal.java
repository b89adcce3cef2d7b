package dev.legacylogin.routing;

import dev.legacylogin.http.Body;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** What Keycloak refuses by its headers, whatever the path: not with the answer of a path that it does not know. */
final class EarlyRefusal {
    /**
     * A content type that every version can parse. There are others, but old clients do not send them. Possessive, so that
     * very many parameters do not take the stack.
     */
    private static final Pattern SIMPLE =
            Pattern.compile("[\\w.+-]+/[\\w.+-]+(?:\\s*;\\s*[\\w-]+=[\\w.+-]+)*+", Pattern.CASE_INSENSITIVE);

    private EarlyRefusal() {}

    /** Whether Keycloak may do that; it need not. */
    static boolean isPossible(HttpServerRequest request) {
        return !HostHeader.isReadable(request)
                || !request.headers().getAll(HttpHeaders.CONTENT_TYPE).stream()
                        .allMatch(type -> SIMPLE.matcher(type).matches())
                || !isShort(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    }

    /** The server's limit can be set; nobody sets it lower than what we read. */
    private static boolean isShort(String contentLength) {
        try {
            return contentLength == null || Long.parseLong(contentLength) <= Body.MAX_BYTES;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
