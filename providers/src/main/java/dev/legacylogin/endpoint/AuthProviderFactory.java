package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.pocketbase.PocketbaseLogin;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /auth/login}: wanderer over PocketBase. */
public final class AuthProviderFactory extends LegacyResourceProviderFactory {
    private DocumentedPath login;

    /** For Keycloak. */
    public AuthProviderFactory() {
        super("auth", "legacy-pocketbase");
    }

    @Override
    void use(String clientId) {
        login = new PocketbaseLogin(clientId);
    }

    @Override
    Object resource(KeycloakSession session) {
        return new Paths(session, login);
    }

    /** The paths below {@code /auth}. */
    public static final class Paths {
        private final KeycloakSession session;
        private final DocumentedPath login;

        Paths(KeycloakSession session, DocumentedPath login) {
            this.session = session;
            this.login = login;
        }

        /** {@code /auth/login}. */
        @Path("login")
        public DocumentedPathResource login() {
            return new DocumentedPathResource(session, login);
        }
    }
}
