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
import java.util.TreeMap;

/**
 * The headers of the real request without the ones that would mean something else at the token endpoint: an
 * {@code Authorization: Basic} would be taken for the client's credentials, a {@code DPoP} proof is bound to another
 * URL, an {@code Origin} was checked before and its CORS headers are ours to write, cookies belong to the browser's
 * own login.
 */
final class TokenEndpointHeaders implements HttpHeaders {
    private static final List<String> DROPPED = List.of(
            "authorization",
            "dpop",
            "origin",
            "cookie",
            "content-type",
            "content-length",
            "oauth-client-attestation",
            "oauth-client-attestation-pop");

    private final HttpHeaders real;
    private final MultivaluedMap<String, String> headers =
            new AbstractMultivaluedMap<>(new TreeMap<>(String.CASE_INSENSITIVE_ORDER)) {};

    TokenEndpointHeaders(HttpHeaders real, Optional<String> authorization) {
        this.real = real;
        real.getRequestHeaders().forEach((name, values) -> {
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                // the real lists cannot be changed, and Keycloak changes what it gets
                headers.put(name, new ArrayList<>(values));
            }
        });
        headers.putSingle(CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
        authorization.ifPresent(client -> headers.putSingle(AUTHORIZATION, client));
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
