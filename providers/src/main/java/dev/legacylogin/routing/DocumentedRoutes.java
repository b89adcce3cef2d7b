package dev.legacylogin.routing;

import dev.legacylogin.settings.ServerOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * Sees requests at the documented paths before Keycloak does, for two reasons.
 *
 * <p>Root paths: an exact documented path at the root of the server is rerouted, in process, to the same path below a
 * realm, for applications whose base URL cannot be changed. Off unless the server option
 * {@code --spi-realm-restapi-extension--PROVIDER--root-realm=REALM} names the realm.
 *
 * <p>The page's own errors: Keycloak parses content type, form, query and method before any code of an extension runs,
 * and answers in its own form where it cannot. Here they are put aside, so that the documented path reads them itself.
 */
@ApplicationScoped
public class DocumentedRoutes {
    private static final List<String> PATHS = List.of(
            "/consumer/login",
            "/auth/login",
            "/api/auth/token",
            "/api/auth/login",
            "/oauth/token",
            "/v1/api/auth/login",
            "/v1/api/auth/refresh");

    /** The methods that a resource can declare; all others are told to be a wrong one, as {@code GET} is. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    /** A content type that Keycloak does not parse. */
    private static final String OPAQUE = "application/octet-stream";

    /** Called by the container at start-up. */
    void register(@Observes Router router) {
        for (String path : PATHS) {
            router.route("/realms/:realm" + path)
                    .order(Integer.MIN_VALUE)
                    .handler(request -> passBelowRealm(request, path));
            ServerOptions.rootRealm(path)
                    .ifPresent(realm -> router.route(path)
                            .order(Integer.MIN_VALUE)
                            .handler(request -> passRoot(request, path, realm)));
        }
    }

    /**
     * The router tolerates a trailing slash, dot segments and escapes, and some versions of Keycloak path parameters;
     * only the exact documented path is ours.
     */
    private static void passBelowRealm(RoutingContext request, String path) {
        String called = request.request().path();
        String realms = prefix(request) + "/realms/";
        int end = called.length() - path.length();
        boolean exact = called.startsWith(realms)
                && called.endsWith(path)
                && end > realms.length()
                && called.substring(realms.length(), end).chars().noneMatch(c -> c == '/' || c == ';');
        if (exact) {
            pass(request, called);
        } else {
            request.next();
        }
    }

    /** The same at the root. */
    private static void passRoot(RoutingContext request, String path, String realm) {
        String prefix = prefix(request);
        if (request.request().path().equals(prefix + path)) {
            pass(request, prefix + "/realms/" + realm + path);
        } else {
            request.next();
        }
    }

    private static void pass(RoutingContext request, String realmPath) {
        if (request.get(CalledRequest.KEY) != null) {
            request.next(); // back from the reroute below
            return;
        }
        if (request.request().authority() == null) {
            refuseWithoutHost(request);
            return;
        }
        MultiMap headers = request.request().headers();
        String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        request.put(CalledRequest.KEY, new CalledRequest(request.request().path(), contentType));
        headers.set(HttpHeaders.CONTENT_TYPE, OPAQUE);
        // without it the server's own limit does not answer; ours is far lower and ends the reading
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        UnreadBody.discardAfter(request);
        HttpMethod method = request.request().method();
        request.reroute(METHODS.contains(method) ? method : HttpMethod.GET, realmPath);
    }

    /** A Host that cannot be read (RFC 9112, section 3.2), on which older versions fail: the same on all of them. */
    private static void refuseWithoutHost(RoutingContext request) {
        request.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end();
    }

    /** The server option {@code --http-relative-path}, without a slash at its end. */
    private static String prefix(RoutingContext request) {
        String mountPoint = request.mountPoint();
        return mountPoint == null || mountPoint.equals("/") ? "" : mountPoint.replaceFirst("/$", "");
    }
}
