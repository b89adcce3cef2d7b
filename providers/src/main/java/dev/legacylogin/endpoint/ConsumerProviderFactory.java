package dev.legacylogin.endpoint;

import dev.legacylogin.fusio.FusioLogin;
import dev.legacylogin.http.DocumentedPath;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /consumer/login}: Fusio. */
public final class ConsumerProviderFactory extends LegacyResourceProviderFactory {
    private DocumentedPath login;

    /** For Keycloak. */
    public ConsumerProviderFactory() {
        super("consumer", "legacy-fusio");
    }

    @Override
    void use(String clientId) {
        login = new FusioLogin(clientId);
    }

    @Override
    Object resource(KeycloakSession session) {
        return new Paths(session, login);
    }

    /** The paths below {@code /consumer}. */
    public static final class Paths {
        private final KeycloakSession session;
        private final DocumentedPath login;

        Paths(KeycloakSession session, DocumentedPath login) {
            this.session = session;
            this.login = login;
        }

        /** {@code /consumer/login}. */
        @Path("login")
        public DocumentedPathResource login() {
            return new DocumentedPathResource(session, login);
        }
    }
}
