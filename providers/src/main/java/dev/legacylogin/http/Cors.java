package dev.legacylogin.http;

import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.WebOrigins;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * Cross-origin requests by the client's Web Origins, the same on every version: an {@code Origin} that is not allowed
 * is refused before anything happens, as Keycloak 26.7 does at its token endpoint (26.0 grants and only leaves the CORS
 * headers away). Unlike Keycloak's, a preflight is answered for allowed origins only, and {@code *} never comes with
 * credentials.
 */
public final class Cors {
    private static final String ANY = "*";
    private static final String ALLOWED_HEADERS =
            "Origin, Accept, X-Requested-With, Content-Type, Authorization, Access-Control-Request-Method, Access-Control-Request-Headers";
    /** Seconds that a browser may keep a preflight's answer; Keycloak's own value. */
    private static final String MAX_AGE = "3600";

    private final KeycloakSession session;
    private final ShapeClients clients;
    private Optional<String> allowed = Optional.empty();

    Cors(KeycloakSession session, ShapeClients clients) {
        this.session = session;
        this.clients = clients;
    }

    /** Makes sure that this client allows the request's origin, if it has one. */
    void require(LegacyClient client) {
        require(Stream.of(client));
    }

    /** Makes sure that any client of the shape allows the origin: where the request's own client is not known. */
    void requireAny() {
        require(clients.all(session.getContext().getRealm()));
    }

    /** Finds out whether any client of the shape allows the origin, for an answer that is given in either case. */
    public void resolve() {
        allowed = allowedBy(clients.all(session.getContext().getRealm()));
    }

    private void require(Stream<LegacyClient> candidates) {
        allowed = allowedBy(candidates);
        if (origin().isPresent() && allowed.isEmpty() && !sameOrigin()) {
            throw new RefusedException(Fault.ORIGIN_NOT_ALLOWED);
        }
    }

    /**
     * The headers of an answer, success or error.
     *
     * @param exposedHeaders the names of headers that scripts may read besides the simple ones
     */
    public Map<String, String> headers(Collection<String> exposedHeaders) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Origin");
        allowed.ifPresent(origin -> {
            headers.putAll(allow(origin));
            if (!exposedHeaders.isEmpty()) {
                headers.put("Access-Control-Expose-Headers", String.join(", ", exposedHeaders));
            }
        });
        return headers;
    }

    /** The headers of a preflight's answer. */
    public Map<String, String> preflightHeaders(String allowedMethods) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Origin");
        allowed.ifPresent(origin -> {
            headers.putAll(allow(origin));
            headers.put("Access-Control-Allow-Methods", allowedMethods);
            headers.put("Access-Control-Allow-Headers", ALLOWED_HEADERS);
            headers.put("Access-Control-Max-Age", MAX_AGE);
        });
        return headers;
    }

    private static Map<String, String> allow(String origin) {
        return origin.equals(ANY)
                ? Map.of("Access-Control-Allow-Origin", ANY)
                : Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Allow-Credentials", "true");
    }

    /** The request's origin where it is listed, {@code *} where any is, empty where there is none or it is not allowed. */
    private Optional<String> allowedBy(Stream<LegacyClient> candidates) {
        return origin().flatMap(origin -> candidates
                .map(client -> WebOrigins.of(session, client.model()))
                .flatMap(origins -> match(origins, origin).stream())
                .findFirst());
    }

    private static Optional<String> match(Set<String> origins, String origin) {
        if (origins.contains(origin)) {
            return Optional.of(origin);
        }
        return origins.contains(ANY) ? Optional.of(ANY) : Optional.empty();
    }

    private boolean sameOrigin() {
        URI url = session.getContext().getUri().getRequestUri();
        return origin().equals(Optional.of(url.getScheme() + "://" + url.getAuthority()));
    }

    private Optional<String> origin() {
        return Optional.ofNullable(
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("Origin"));
    }
}
