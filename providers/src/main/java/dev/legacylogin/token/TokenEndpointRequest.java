package dev.legacylogin.token;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/**
 * The request that Keycloak's token endpoint sees: the form parameters given here and nothing of the caller's body;
 * connection, certificate and URI of the real request. It stands in for the real one in the session's context, because
 * Keycloak's authenticators read it from there.
 */
final class TokenEndpointRequest implements HttpRequest {
    /** Read once, as Keycloak does. */
    private static final Predicate<String> CERTIFICATES = TokenEndpointHeaders.certificates();

    private final HttpRequest real;
    private final HttpHeaders headers;
    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    TokenEndpointRequest(HttpRequest real, Map<String, String> parameters, Optional<String> authorization) {
        this.real = real;
        this.headers = new TokenEndpointHeaders(real.getHttpHeaders(), authorization, CERTIFICATES);
        parameters.forEach(form::putSingle);
    }

    @Override
    public String getHttpMethod() {
        return "POST";
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return form;
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return headers;
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return real.getClientCertificateChain();
    }

    @Override
    public UriInfo getUri() {
        return real.getUri();
    }

    /** Asked for by Keycloak from 26.1 on only; 26.0 does not have it and never calls it. */
    @Override
    public boolean isProxyTrusted() {
        return real.isProxyTrusted();
    }
}
