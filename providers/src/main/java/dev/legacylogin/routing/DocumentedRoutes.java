package dev.legacylogin.routing;

import dev.legacylogin.Shapes;
import dev.legacylogin.http.PathSegment;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Shape;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Sees requests at the documented paths before Keycloak does, and passes them on to the one provider, for three reasons.
 *
 * <p>No path of others is taken: Keycloak serves an extension at {@code /realms/REALM/ID} alone, and ids like
 * {@code api} or {@code auth} are not ours.
 *
 * <p>Root paths: an exact documented path at the root of the server is answered by a realm, for applications whose base
 * URL cannot be changed. Off unless a server option names the realm.
 *
 * <p>The page's own errors: Keycloak parses content type, form, query and method before any code of an extension runs,
 * and answers in its own form where it cannot. Here they are put aside, so that the endpoint reads them itself.
 */
@ApplicationScoped
public class DocumentedRoutes {
    /** The methods that a resource can declare; all others are passed on as {@code GET}. */
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

    private static final String REALMS = "/realms/";

    /** Called by the container at start-up. */
    void register(@Observes Router router) {
        for (Shape shape : Shapes.ALL) {
            for (Endpoint endpoint : shape.endpoints()) {
                router.route(REALMS + ":realm" + endpoint.path())
                        .order(Integer.MIN_VALUE)
                        .handler(request -> passBelowRealm(request, shape, endpoint));
                ServerOptions.rootRealm(shape.name())
                        .map(PathSegment::of)
                        .ifPresent(realm -> router.route(endpoint.path())
                                .order(Integer.MIN_VALUE)
                                .handler(request -> passRoot(request, shape, endpoint, realm)));
            }
        }
    }

    /**
     * The router tolerates a trailing slash, dot segments and escapes, and some versions of Keycloak path parameters;
     * only the exact documented path is ours.
     */
    private static void passBelowRealm(RoutingContext request, Shape shape, Endpoint endpoint) {
        String called = documented(request, endpoint);
        int end = called.length() - endpoint.path().length();
        boolean exact = called.startsWith(REALMS)
                && called.endsWith(endpoint.path())
                && end > REALMS.length()
                && called.substring(REALMS.length(), end).chars().noneMatch(c -> c == '/' || c == ';');
        if (exact) {
            pass(request, shape, endpoint, called.substring(REALMS.length(), end));
        } else {
            request.next();
        }
    }

    /** The same at the root. */
    private static void passRoot(RoutingContext request, Shape shape, Endpoint endpoint, String realm) {
        if (documented(request, endpoint).equals(endpoint.path())) {
            pass(request, shape, endpoint, realm);
        } else {
            request.next();
        }
    }

    /** The path that was called, without the slash that the endpoint takes at its end. */
    private static String documented(RoutingContext request, Endpoint endpoint) {
        String path = called(request);
        return endpoint.takesTrailingSlash() && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path that was called, below the server's own; empty where it is not below it. */
    private static String called(RoutingContext request) {
        String path = request.request().path();
        String prefix = prefix(request);
        return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    }

    private static void pass(RoutingContext context, Shape shape, Endpoint endpoint, String realm) {
        HttpServerRequest request = context.request();
        if (!hasReadableHost(request)) {
            refuseWithoutHost(context);
            return;
        }
        MultiMap headers = request.headers();
        String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        HttpMethod method = request.method();
        context.put(CalledRequest.KEY, new CalledRequest(shape, endpoint, method.name(), called(context), contentType));
        headers.set(HttpHeaders.CONTENT_TYPE, OPAQUE);
        // without it the server's own limit does not answer; ours is far lower and ends the reading
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        UnreadBody.discardAfter(context);
        context.reroute(
                METHODS.contains(method) ? method : HttpMethod.GET,
                prefix(context) + REALMS + realm + "/" + ServerOptions.PROVIDER + endpoint.path());
    }

    /** Keycloak and this extension build URLs with it. */
    private static boolean hasReadableHost(HttpServerRequest request) {
        try {
            return request.authority() != null && new URI("http://" + request.authority()).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
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
