package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.passport.PassportToken;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/** {@code /oauth/token}: Laravel Passport's own token route. Its requests name their client. */
public final class OauthProviderFactory extends LegacyResourceProviderFactory {
    private final DocumentedPath token = new PassportToken();

    /** For Keycloak. */
    public OauthProviderFactory() {
        super("oauth", null);
    }

    @Override
    void use(String clientId) {
        // the page carries the client's id
    }

    @Override
    Object resource(KeycloakSession session) {
        return new Paths(session, token);
    }

    /** The paths below {@code /oauth}. */
    public static final class Paths {
        private final KeycloakSession session;
        private final DocumentedPath token;

        Paths(KeycloakSession session, DocumentedPath token) {
            this.session = session;
            this.token = token;
        }

        /** {@code /oauth/token}. */
        @Path("token")
        public DocumentedPathResource token() {
            return new DocumentedPathResource(session, token);
        }
    }
}
