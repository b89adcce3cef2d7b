package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.nomic.NomicToken;
import dev.legacylogin.passport.PassportLogin;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /api/auth/token}: NomicGameManager, and {@code /api/auth/login}: Laravel Passport. */
public final class ApiProviderFactory extends LegacyResourceProviderFactory {
    private final DocumentedPath passportLogin = new PassportLogin();
    private DocumentedPath nomicToken;

    /** For Keycloak. */
    public ApiProviderFactory() {
        super("api", "legacy-nomic");
    }

    @Override
    void use(String clientId) {
        nomicToken = new NomicToken(clientId);
    }

    @Override
    Object resource(KeycloakSession session) {
        return new Paths(session, nomicToken, passportLogin);
    }

    /** The paths below {@code /api}. */
    public static final class Paths {
        private final KeycloakSession session;
        private final DocumentedPath nomicToken;
        private final DocumentedPath passportLogin;

        Paths(KeycloakSession session, DocumentedPath nomicToken, DocumentedPath passportLogin) {
            this.session = session;
            this.nomicToken = nomicToken;
            this.passportLogin = passportLogin;
        }

        /** {@code /api/auth/token}. */
        @Path("auth/token")
        public DocumentedPathResource nomicToken() {
            return new DocumentedPathResource(session, nomicToken);
        }

        /** {@code /api/auth/login}. */
        @Path("auth/login")
        public DocumentedPathResource passportLogin() {
            return new DocumentedPathResource(session, passportLogin);
        }
    }
}
