package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.sphinx.SphinxLogin;
import dev.legacylogin.sphinx.SphinxRefresh;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/api/auth/login} and {@code /v1/api/auth/refresh}: sphinx-cbs. */
public final class V1ProviderFactory extends LegacyResourceProviderFactory {
    private DocumentedPath login;
    private DocumentedPath refresh;

    /** For Keycloak. */
    public V1ProviderFactory() {
        super("v1", "legacy-sphinx");
    }

    @Override
    void use(String clientId) {
        login = new SphinxLogin(clientId);
        refresh = new SphinxRefresh(clientId);
    }

    @Override
    Object resource(KeycloakSession session) {
        return new Paths(session, login, refresh);
    }

    /** The paths below {@code /v1}. */
    public static final class Paths {
        private final KeycloakSession session;
        private final DocumentedPath login;
        private final DocumentedPath refresh;

        Paths(KeycloakSession session, DocumentedPath login, DocumentedPath refresh) {
            this.session = session;
            this.login = login;
            this.refresh = refresh;
        }

        /** {@code /v1/api/auth/login}. */
        @Path("api/auth/login")
        public DocumentedPathResource login() {
            return new DocumentedPathResource(session, login);
        }

        /** {@code /v1/api/auth/refresh}. */
        @Path("api/auth/refresh")
        public DocumentedPathResource refresh() {
            return new DocumentedPathResource(session, refresh);
        }
    }
}
