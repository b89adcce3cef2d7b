package dev.legacylogin.endpoint;

import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.token.WebOrigins;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * Cross-origin requests by the clients' Web Origins, the same on every version: an {@code Origin} that is not allowed
 * is refused before anything happens, as Keycloak 26.7 does at its token endpoint (26.0 grants, and only sends no CORS
 * headers). Unlike Keycloak's, a preflight is answered for allowed origins only, and {@code *} never comes with
 * credentials.
 *
 * @param sent the request's {@code Origin}, or empty where it has none
 * @param allowed what {@code Access-Control-Allow-Origin} says: that origin where it is listed, {@code *} where any is,
 *     or empty
 */
record Cors(Optional<String> sent, Optional<String> allowed) {
    private static final String ANY = "*";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    /** Names of headers, as RFC 9110 has them, separated by commas. Possessive, so that very many do not take the stack. */
    private static final Pattern HEADER_NAMES =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[ \\t]*,[ \\t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*+");

    private static final Pattern OWN_PORT = Pattern.compile("^(http://.*):80$|^(https://.*):443$");
    private static final String ALLOWED_HEADERS =
            "Origin, Accept, X-Requested-With, Content-Type, Authorization, Access-Control-Request-Method, Access-Control-Request-Headers";
    /** Seconds that a browser may keep a preflight's answer; Keycloak's own value. */
    private static final String MAX_AGE = "3600";

    /** By the Web Origins of any of these clients. */
    static Cors of(KeycloakSession session, Call call, Stream<ServingClient> clients) {
        Optional<String> sent = Optional.ofNullable(call.headers().getHeaderString("Origin"));
        Optional<String> allowed = sent.flatMap(origin -> clients.map(client -> WebOrigins.of(session, client.model()))
                .flatMap(origins -> match(origins, origin).stream())
                .findFirst());
        return new Cors(sent, allowed);
    }

    private static Optional<String> match(Set<String> origins, String origin) {
        if (origins.contains(origin)) {
            return Optional.of(origin);
        }
        return origins.contains(ANY) ? Optional.of(ANY) : Optional.empty();
    }

    /** Whether the call is to be refused: it comes from a page of another origin, which is not allowed. */
    boolean refuses(Call call) {
        return allowed.isEmpty()
                && sent.filter(origin -> !plain(origin).equals(plain(origin(call))))
                        .isPresent();
    }

    private static String origin(Call call) {
        return call.url().getScheme() + "://" + call.url().getRawAuthority();
    }

    /** As browsers write origins (RFC 6454): in lower case, without the scheme's own port. A proxy may add either. */
    private static String plain(String origin) {
        return OWN_PORT.matcher(origin.toLowerCase(Locale.ROOT)).replaceFirst("$1$2");
    }

    /**
     * The headers of an answer, success or error.
     *
     * @param exposedHeaders the names of headers that scripts may read besides the simple ones
     */
    Map<String, String> headers(Collection<String> exposedHeaders) {
        Map<String, String> headers = always();
        if (allowed.isPresent() && !exposedHeaders.isEmpty()) {
            headers.put("Access-Control-Expose-Headers", String.join(", ", exposedHeaders));
        }
        return headers;
    }

    /**
     * The headers of a preflight's answer. Whatever headers an allowed origin asks for are allowed: old scripts add
     * some to every request, and nobody reads them.
     */
    Map<String, String> preflightHeaders(String allowedMethods, Call call) {
        Map<String, String> headers = always();
        if (allowed.isPresent()) {
            headers.put("Access-Control-Allow-Methods", allowedMethods);
            headers.put(
                    "Access-Control-Allow-Headers",
                    Optional.ofNullable(call.headers().getHeaderString(REQUEST_HEADERS))
                            .filter(names -> HEADER_NAMES.matcher(names).matches())
                            .orElse(ALLOWED_HEADERS));
            headers.put("Access-Control-Max-Age", MAX_AGE);
        }
        return headers;
    }

    private Map<String, String> always() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Origin");
        allowed.ifPresent(origin -> {
            headers.put("Access-Control-Allow-Origin", origin);
            if (!origin.equals(ANY)) {
                headers.put("Access-Control-Allow-Credentials", "true");
            }
        });
        return headers;
    }
}
