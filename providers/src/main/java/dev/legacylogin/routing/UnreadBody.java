package dev.legacylogin.routing;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is left of a body when the answer is out: of one that was refused unread, or was too long. Keycloak 26.0 leaves it
 * in the connection, where the next request of the same connection would wait behind it for ever.
 */
final class UnreadBody {
    /** Bytes that are thrown away before the caller is stopped: the server's own limit for a body. */
    private static final long MAX_BYTES = 10L * 1024 * 1024;

    /** RFC 9113, section 8.1: the answer is complete, only the rest of the request is not wanted. */
    private static final long NO_ERROR = 0;

    private UnreadBody() {}

    /**
     * Throws it away once the answer is out; to be called on the event loop of the request, which is where it happens.
     * The answer ends in another thread, and there the request may end at any moment, between a look at it and what is
     * done about it. What is thrown there keeps the HTTP server (of Keycloak 26.7, not of 26.0) from ending the answer:
     * the connection would never answer again. On the event loop requests end one step after the other.
     */
    static void discardAfter(RoutingContext answered) {
        Context eventLoop = answered.vertx().getOrCreateContext();
        answered.addEndHandler(ended -> eventLoop.runOnContext(next -> discard(answered.request())));
    }

    private static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        AtomicLong discarded = new AtomicLong();
        request.handler(bytes -> {
            if (discarded.addAndGet(bytes.length()) > MAX_BYTES) {
                stop(request);
            }
        });
        request.resume();
    }

    /** In HTTP/2 the connection has other requests, perhaps of other callers behind the same proxy. */
    private static void stop(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }
}
