package dev.legacylogin.token;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.keycloak.Config;

/**
 * The headers that the token endpoint sees: what tells of the caller, the proxy or the trace, and nothing else of the
 * caller's. What authenticates at the endpoint is ours to say: an {@code Authorization} would be taken for the client's
 * credentials, a {@code DPoP} proof is bound to another URL, cookies belong to the browser's own login, and what a newer
 * version will look for nobody knows yet.
 */
final class TokenEndpointHeaders implements HttpHeaders {
    private static final Set<String> ALLOWED = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "b3",
            "baggage",
            "client-cert",
            "client-cert-chain",
            "forwarded",
            "host",
            "traceparent",
            "tracestate",
            "uber-trace-id",
            "user-agent",
            "via",
            "x-correlation-id",
            "x-real-ip",
            "x-request-id");

    private static final List<String> ALLOWED_PREFIXES = List.of("x-b3-", "x-forwarded-");

    /** Keycloak's SPI that looks for a client's certificate in the headers of a proxy. */
    private static final String CERTIFICATE_LOOKUP = "x509cert-lookup";

    private final HttpHeaders real;
    private final MultivaluedMap<String, String> headers =
            new AbstractMultivaluedMap<>(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)) {};

    /**
     * @param certificates see {@link #certificates}
     */
    TokenEndpointHeaders(HttpHeaders real, Optional<String> authorization, Predicate<String> certificates) {
        this.real = real;
        real.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (ALLOWED.contains(lower)
                    || ALLOWED_PREFIXES.stream().anyMatch(lower::startsWith)
                    || certificates.test(lower)) {
                // the real lists cannot be changed, and Keycloak changes what it gets
                headers.put(name, new ArrayList<>(values));
            }
        });
        headers.putSingle(CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
        authorization.ifPresent(client -> headers.putSingle(AUTHORIZATION, client));
    }

    /** Whether the server's options say that a header, by its name in lower case, may hold a certificate. */
    static Predicate<String> certificates() {
        String provider = Config.getProvider(CERTIFICATE_LOOKUP);
        if (provider == null) {
            return name -> false;
        }
        Config.Scope options = Config.scope(CERTIFICATE_LOOKUP, provider);
        String certificate = options.get("sslClientCert");
        String chain = options.get("sslCertChain");
        String prefix = options.get("sslCertChainPrefix");
        return name -> name.equalsIgnoreCase(certificate)
                || name.equalsIgnoreCase(chain)
                || (prefix != null && name.startsWith(prefix.toLowerCase(Locale.ROOT) + "_"));
    }

    @Override
    public List<String> getRequestHeader(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public String getHeaderString(String name) {
        List<String> values = getRequestHeader(name);
        return values.isEmpty() ? null : String.join(",", values);
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        return headers;
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return real.getAcceptableMediaTypes();
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        return real.getAcceptableLanguages();
    }

    @Override
    public MediaType getMediaType() {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    }

    @Override
    public Locale getLanguage() {
        return null;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public Date getDate() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }
}
