package dev.legacylogin.routing;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is left of a body when the answer is out: of one that was refused unread, or was too long. Keycloak 26.0 leaves it
 * in the connection, where the next request of the same connection would wait behind it for ever.
 */
final class UnreadBody {
    /** Bytes that are thrown away before the connection is closed instead: the server's own limit for a body. */
    private static final long MAX_BYTES = 10L * 1024 * 1024;

    private UnreadBody() {}

    /** Throws it away once the answer is out. */
    static void discardAfter(RoutingContext answered) {
        answered.addEndHandler(ended -> discard(answered.request()));
    }

    private static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong discarded = new AtomicLong();
        request.handler(bytes -> {
            if (discarded.addAndGet(bytes.length()) > MAX_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
