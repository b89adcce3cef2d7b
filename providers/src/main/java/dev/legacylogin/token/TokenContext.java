package dev.legacylogin.token;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.util.DefaultClientSessionContext;

/** What Keycloak makes a token of besides its user: scopes, roles and mappers. */
final class TokenContext {
    private TokenContext() {}

    /** That of a token with these scopes (separated by spaces), which the client has got in this session. */
    static ClientSessionContext of(
            KeycloakSession session, ClientModel client, UserSessionModel userSession, String scope) {
        session.getContext().setClient(client); // Keycloak 26.0 resolves the scope "organization" by it
        return DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                userSession.getAuthenticatedClientSessionByClient(client.getId()), scope, session);
    }
}
