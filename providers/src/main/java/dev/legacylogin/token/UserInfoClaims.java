package dev.legacylogin.token;

import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;

/** The claims that Keycloak's UserInfo endpoint would answer to the holder of an access token of this session. */
record UserInfoClaims(KeycloakSession session, UserSessionModel userSession, ClientSessionContext context)
        implements Supplier<Map<String, Object>> {

    @Override
    public Map<String, Object> get() {
        TokenManager tokenManager = new TokenManager();
        AccessToken claims =
                tokenManager.transformUserInfoAccessToken(session, new AccessToken(), userSession, context);
        return tokenManager.generateUserInfoClaims(claims, userSession.getUser());
    }
}
