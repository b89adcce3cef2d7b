package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** Everything below one provider's path: the documented paths, exactly, and nothing else. */
public final class DocumentedPaths {
    private final KeycloakSession session;
    private final String prefix;
    private final Map<String, DocumentedPath> paths;

    DocumentedPaths(KeycloakSession session, String prefix, Map<String, DocumentedPath> paths) {
        this.session = session;
        this.prefix = prefix;
        this.paths = paths;
    }

    /** Answers a preflight, which Keycloak 26.1 answers itself where the locator below is all there is. */
    @OPTIONS
    @Path("{path: .*}")
    public Response options(@PathParam("path") String path) {
        return path(path).options();
    }

    /** The documented path that was called; 404 for any other, as for all that Keycloak does not know. */
    @Path("{path: .*}")
    public DocumentedPathResource path(@PathParam("path") String path) {
        DocumentedPath documented = paths.get(prefix + path);
        if (documented == null) {
            throw new NotFoundException();
        }
        return new DocumentedPathResource(session, documented);
    }
}
