package dev.legacylogin.http;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cookie to set (RFC 6265), always {@code SameSite=Strict}. Written by hand because the one of JAX-RS adds a
 * {@code Version} that no page documents.
 *
 * @param name cookie name
 * @param value a value that is legal in a cookie: a token, or URL-encoded
 * @param path the {@code Path} attribute; {@code null} for the browser's default, the path it called without its last segment
 * @param expires when it ends
 * @param secure sent over https only
 * @param httpOnly hidden from scripts
 */
public record Cookie(String name, String value, String path, Instant expires, boolean secure, boolean httpOnly) {
    private static final int MAX_BYTES = 4096;

    /**
     * The value of a cookie that the caller sent. Of several with that name the first: browsers send the one of the
     * longest path first (RFC 6265, section 5.4), and other applications of the host may have set the others.
     *
     * @param headers the values of {@code Cookie} headers; HTTP/2 may have more than one
     */
    public static Optional<String> sent(List<String> headers, String name) {
        return headers.stream()
                .flatMap(header -> ServerCookieDecoder.LAX.decodeAll(header).stream())
                .filter(cookie -> cookie.name().equals(name))
                .map(io.netty.handler.codec.http.cookie.Cookie::value)
                .findFirst();
    }

    /** The value of the {@code Set-Cookie} header, or empty where it is longer than browsers keep. */
    public Optional<String> header() {
        return Optional.of(text()).filter(header -> header.length() < MAX_BYTES);
    }

    private String text() {
        return name + "=" + value + (path == null ? "" : "; Path=" + path) + "; Expires=" + HttpDate.of(expires)
                + (httpOnly ? "; HttpOnly" : "") + (secure ? "; Secure" : "") + "; SameSite=Strict";
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "Cookie " + name;
    }
}
