package dev.legacylogin.token;

import jakarta.ws.rs.core.NewCookie;
import org.keycloak.http.HttpResponse;

/** Swallows the headers that the token endpoint writes beside its result: they belong to its own answer, not to ours. */
final class SilentHttpResponse implements HttpResponse {
    @Override
    public int getStatus() {
        return 200;
    }

    @Override
    public void setStatus(int statusCode) {
        // the status of the documented answer is the shape's
    }

    @Override
    public void addHeader(String name, String value) {
        // see the class
    }

    @Override
    public void setHeader(String name, String value) {
        // see the class
    }

    @Override
    public void setCookieIfAbsent(NewCookie cookie) {
        // see the class
    }
}
