package dev.legacylogin.routing;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The host that the caller, or a trusted proxy, says was called. Keycloak and this extension build URLs with it. */
final class HostHeader {
    private HostHeader() {}

    /** Whether there is one, and one that a URL can have. */
    static boolean isReadable(HttpServerRequest request) {
        if (request.authority() == null) {
            return false;
        }
        String authority = request.authority().toString();
        try {
            return authority.chars().noneMatch(c -> c > '~' || c == '@')
                    && new URI("http://" + authority).getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
