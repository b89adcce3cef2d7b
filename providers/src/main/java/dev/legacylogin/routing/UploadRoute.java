package dev.legacylogin.routing;

import dev.legacylogin.settings.ServerOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets files of any length through to the import of users, which reads them as a stream. Keycloak's HTTP server refuses
 * bodies of more than 10 MiB with 413: by their Content-Length, and while they are read. Elsewhere that limit stays.
 */
@ApplicationScoped
public class UploadRoute {
    /** Where Quarkus keeps the limit for what reads the body: {@code VertxHttpRecorder.MAX_REQUEST_SIZE_KEY}. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    /** Behind {@code RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT} (-2), which puts it there. */
    private static final int BEHIND_THE_LIMIT = -1;

    private static final String PATH = "/admin/realms/:realm/" + ServerOptions.PROVIDER + "/users";

    /** Called by the container at start-up. */
    void register(@Observes Router router) {
        router.post(PATH).order(Integer.MIN_VALUE).handler(request -> {
            request.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
            UnreadBody.discardAfter(request);
            request.next();
        });
        router.post(PATH).order(BEHIND_THE_LIMIT).handler(request -> {
            request.put(LIMIT, Long.MAX_VALUE);
            request.next();
        });
    }
}
