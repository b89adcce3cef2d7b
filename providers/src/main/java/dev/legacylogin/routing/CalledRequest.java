package dev.legacylogin.routing;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/**
 * What the caller of a documented path sent, before {@link DocumentedRoutes} changed it on the way to Keycloak.
 *
 * @param target what it asks for
 * @param method the HTTP method
 * @param path the path that was called, as sent, below {@code --http-relative-path}: of a realm, or at the root
 * @param query its query as sent, or {@code null}
 * @param contentType the {@code Content-Type} header, or {@code null}
 */
public record CalledRequest(Target target, String method, String path, String query, String contentType) {
    static final String KEY = CalledRequest.class.getName();

    /** Without the query, which may hold a secret: a record would print it. */
    @Override
    public String toString() {
        return "CalledRequest[" + method + " " + path + "]";
    }

    /** That of the current request; empty where it did not pass a documented route. */
    public static Optional<CalledRequest> current() {
        Instance<RoutingContext> routing = CDI.current().select(RoutingContext.class);
        return routing.isResolvable() ? Optional.ofNullable(routing.get().get(KEY)) : Optional.empty();
    }
}
