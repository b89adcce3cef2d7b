package dev.legacylogin.routing;

import dev.legacylogin.Shapes;
import dev.legacylogin.http.Urls;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Shape;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

    /** Empty until Keycloak has started, and where it starts no server. */
    private volatile ServedShapes served = (realm, target) -> true;

    /** Tells where to ask what a realm serves. */
    public void ask(ServedShapes served) {
        this.served = served;
    }

    /** Called by the container at start-up. */
    void register(@Observes Router router) {
        for (Shape shape : Shapes.ALL) {
            for (Endpoint endpoint : shape.endpoints()) {
                Target.BuiltIn target = new Target.BuiltIn(shape, endpoint);
                route(router.route(REALMS + ":realm" + endpoint.path()), request -> belowRealm(request, target));
                ServerOptions.rootRealm(shape.name())
                        .map(Urls::segment)
                        .ifPresent(realm ->
                                route(router.route(endpoint.path()), request -> atRoot(request, target, realm)));
            }
        }
        route(router.routeWithRegex(REALMS + "[^/]+" + ClientPath.PREFIX + ".*"), DocumentedRoutes::belowClient);
        for (RootPath root : RootPath.all()) {
            route(router.route(root.prefix() + "/*"), request -> atRoot(request, root));
        }
    }

    private void route(Route route, Function<RoutingContext, Optional<DocumentedRequest>> documented) {
        route.order(Integer.MIN_VALUE)
                .handler(request ->
                        documented.apply(request).ifPresentOrElse(called -> handle(request, called), request::next))
                .failureHandler(request -> documented
                        .apply(request)
                        .filter(called -> !HostHeader.isReadable(request.request()))
                        .ifPresentOrElse(
                                called -> whereServed(request, called, () -> refuseWithoutHost(request)),
                                request::next));
    }

    /**
     * The router tolerates a trailing slash, dot segments and escapes, and some versions of Keycloak path parameters;
     * only the exact documented path is ours.
     */
    private static Optional<DocumentedRequest> belowRealm(RoutingContext request, Target.BuiltIn target) {
        Endpoint endpoint = target.endpoint();
        String called = documented(request, endpoint);
        int end = called.length() - endpoint.path().length();
        boolean exact = called.startsWith(REALMS)
                && called.endsWith(endpoint.path())
                && end > REALMS.length()
                && called.substring(REALMS.length(), end).chars().noneMatch(c -> c == '/' || c == ';');
        return exact
                ? Optional.of(new DocumentedRequest(target, called.substring(REALMS.length(), end), false))
                : Optional.empty();
    }

    /** The same at the root. */
    private static Optional<DocumentedRequest> atRoot(RoutingContext request, Target.BuiltIn target, String realm) {
        return documented(request, target.endpoint()).equals(target.endpoint().path())
                ? Optional.of(new DocumentedRequest(target, realm, true))
                : Optional.empty();
    }

    /** What a client's form describes, at the root. */
    private static Optional<DocumentedRequest> atRoot(RoutingContext request, RootPath root) {
        return root.described(called(request))
                .map(path -> new DocumentedRequest(
                        new Target.OfClient(root.clientId(), path), Urls.segment(root.realm()), true));
    }

    /** Below a client, where its form describes the paths. */
    private static Optional<DocumentedRequest> belowClient(RoutingContext request) {
        return ClientPath.of(called(request)).map(path -> new DocumentedRequest(path.target(), path.realm(), false));
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

    /**
     * Where the shape is off, the provider answers as Keycloak does at a path that it does not know below a realm.
     * At the root, and to what Keycloak refuses by its headers, it answers otherwise: there the request must be left as it
     * is, and so whether the shape is on must be known before. All others are spared that second look.
     */
    private void handle(RoutingContext request, DocumentedRequest called) {
        if (called.atRoot() || EarlyRefusal.isPossible(request.request())) {
            whereServed(request, called, () -> passOrRefuse(request, called));
        } else {
            pass(request, called);
        }
    }

    /** Elsewhere the request goes on as if there were no such route. */
    private void whereServed(RoutingContext request, DocumentedRequest called, Runnable answer) {
        request.vertx()
                .executeBlocking(() -> served.serves(name(called.realm()), called.target()), false)
                .onComplete(served -> {
                    if (request.response().ended()) {
                        return; // by 26.0, which does not wait where it has failed already
                    }
                    if (served.failed() || served.result()) { // the funnel tells an outage in the endpoint's form
                        answer.run();
                    } else {
                        UnreadBody.discardAfter(request); // Keycloak 26.0 leaves it there, also at its own paths
                        request.next();
                    }
                });
    }

    /** The realm that a segment of a path names. */
    private static String name(String segment) {
        return URI.create("/" + segment).getPath().substring(1);
    }

    private static void passOrRefuse(RoutingContext request, DocumentedRequest called) {
        if (HostHeader.isReadable(request.request())) {
            pass(request, called);
        } else {
            refuseWithoutHost(request);
        }
    }

    private static void pass(RoutingContext context, DocumentedRequest called) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        HttpMethod method = request.method();
        context.put(
                CalledRequest.KEY,
                new CalledRequest(called.target(), method.name(), called(context), request.query(), contentType));
        headers.set(HttpHeaders.CONTENT_TYPE, OPAQUE);
        // without it the server's own limit does not answer; ours is far lower and ends the reading
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        UnreadBody.discardAfter(context);
        context.reroute(
                METHODS.contains(method) ? method : HttpMethod.GET,
                prefix(context) + REALMS + called.realm() + "/" + ServerOptions.PROVIDER + inside(called.target()));
    }

    /** Where the provider finds it. That of a client is none that its own route would take again. */
    private static String inside(Target target) {
        return target instanceof Target.BuiltIn builtIn ? builtIn.endpoint().path() : "/described";
    }

    /**
     * A Host that cannot be read (RFC 9112, section 3.2): the same on all versions. In HTTP/1.0 they would fail at it
     * later. Else they refuse it before any route: 26.0 with an empty answer too, newer ones with an answer and an ERROR
     * of their own, in whose place this comes.
     */
    private static void refuseWithoutHost(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (request.request().version() != HttpVersion.HTTP_2) { // which has no such header
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(400)
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
