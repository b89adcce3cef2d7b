package dev.legacylogin.token;

import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.util.DefaultClientSessionContext;

/** The claims that Keycloak's UserInfo endpoint would answer to the holder of the granted access token. */
record UserInfoClaims(KeycloakSession session, ClientModel client, UserSessionModel userSession, String scope)
        implements Supplier<Map<String, Object>> {

    @Override
    public Map<String, Object> get() {
        if (userSession == null) {
            // a client policy may have granted without a session that lasts: no claims, the attributes remain
            return Map.of();
        }
        ClientSessionContext context = DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                userSession.getAuthenticatedClientSessionByClient(client.getId()), scope, session);
        TokenManager tokenManager = new TokenManager();
        AccessToken claims =
                tokenManager.transformUserInfoAccessToken(session, new AccessToken(), userSession, context);
        return tokenManager.generateUserInfoClaims(claims, userSession.getUser());
    }
}
