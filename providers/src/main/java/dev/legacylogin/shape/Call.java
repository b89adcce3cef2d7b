package dev.legacylogin.shape;

import dev.legacylogin.http.BasicCredentials;
import dev.legacylogin.http.Cookie;
import dev.legacylogin.http.Members;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request at a documented path.
 *
 * @param method the HTTP method
 * @param url the URL that the caller used, without its query: at the root where that is what was called
 * @param rawQuery its query as sent, or {@code null} where it has none
 * @param headers the request's headers
 * @param body the members of its body; none before it was read, or where none is
 */
public record Call(String method, URI url, String rawQuery, HttpHeaders headers, Members body) {
    private static final String BEARER = "Bearer ";

    /** The same call once its body was read. */
    public Call with(Members members) {
        return new Call(method, url, rawQuery, headers, members);
    }

    /**
     * The parameters of its query.
     *
     * @throws dev.legacylogin.http.RefusedException they are not UTF-8
     */
    public Members query() {
        return Members.ofQuery(rawQuery);
    }

    /** The value of a header that may come once, or empty where it is absent or sent more than once. */
    public Optional<String> header(String name) {
        List<String> values = headers.getRequestHeader(name);
        return values != null && values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Name and password of its Basic {@code Authorization} header; see {@link BasicCredentials#of}. */
    public Optional<BasicCredentials> basic() {
        return header(HttpHeaders.AUTHORIZATION).flatMap(BasicCredentials::of);
    }

    /** What its Bearer {@code Authorization} header has behind the scheme; an empty text where that is nothing. */
    public Optional<String> bearer() {
        return header(HttpHeaders.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** The value of a cookie, or empty where there is none or a blank one. */
    public Optional<String> cookie(String name) {
        List<String> values = headers.getRequestHeader(HttpHeaders.COOKIE);
        return values == null ? Optional.empty() : Cookie.sent(values, name).filter(value -> !value.isBlank());
    }

    /** Whether the caller came over https, by Keycloak's own reckoning of proxies. */
    public boolean isHttps() {
        return "https".equals(url.getScheme());
    }

    /** Without what was sent: headers and body hold secrets, and a record would print them. */
    @Override
    public String toString() {
        return "Call of " + url.getPath();
    }
}
