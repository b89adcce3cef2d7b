package dev.legacylogin.token;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.util.TokenUtil;

/**
 * An access token that a caller has presented and Keycloak has verified, and whose it is.
 *
 * @param token the token
 * @param session its session, {@code null} where it has none
 * @param user its user
 */
record PresentedToken(AccessToken token, UserSessionModel session, UserModel user) {

    /** What Keycloak's own bearer authenticator makes of it; empty where it refuses. */
    static Optional<PresentedToken> verified(KeycloakSession session, String accessToken) {
        if (!isSigned(session, accessToken)) {
            return Optional.empty();
        }
        try {
            // checks signature, issuer, type, lifetime, revocation, realm, user and client not-before, session, user
            return Optional.ofNullable(new AppAuthManager.BearerTokenAuthenticator(session)
                            .setTokenString(accessToken)
                            .authenticate())
                    .map(PresentedToken::of);
        } catch (WebApplicationException e) {
            return Optional.empty();
        }
    }

    /** The authenticator fails with a NullPointerException on an algorithm that the realm does not know. */
    private static boolean isSigned(KeycloakSession session, String accessToken) {
        try {
            var header = new JWSInput(accessToken).getHeader();
            return header != null
                    && header.getAlgorithm() != null
                    && session.getProvider(
                                    SignatureProvider.class,
                                    header.getAlgorithm().name())
                            != null;
        } catch (JWSInputException e) {
            return false;
        }
    }

    /** The getters are all that 26.0 has; 26.5 deprecates them for accessors that 26.0 lacks. */
    @SuppressWarnings("removal")
    private static PresentedToken of(AuthResult result) {
        return new PresentedToken(result.getToken(), result.getSession(), result.getUser());
    }

    /** Whether it is an unbound access token that this client got, and may still use, for a person's session. */
    boolean isHeldBy(ClientModel client) {
        return isOf(client)
                && client.isEnabled()
                && user.getServiceAccountClientLink() == null
                && !OIDCAdvancedConfigWrapper.fromClientModel(client).isUseMtlsHokToken();
    }

    /** Whether it is an unbound access token that this client got in the session that is there now. */
    boolean isOf(ClientModel client) {
        return session != null
                && client.getClientId().equals(token.getIssuedFor())
                && token.getIat() != null
                && token.getIat() >= client.getNotBefore()
                && TokenUtil.TOKEN_TYPE_BEARER.equalsIgnoreCase(token.getType())
                && token.getConfirmation() == null
                && isOfTheSessionAsItIs(client);
    }

    /**
     * Whether it was issued in the session that is there now, and for this client in it: one that ended may have begun
     * anew under the same id, for somebody else. Versions before 26.2 check it at UserInfo and not in the authenticator.
     */
    private boolean isOfTheSessionAsItIs(ClientModel client) {
        AuthenticatedClientSessionModel clientSession = session.getAuthenticatedClientSessionByClient(client.getId());
        return clientSession != null
                && !token.isIssuedBeforeSessionStart(session.getStarted())
                && !token.isIssuedBeforeSessionStart(clientSession.getStarted());
    }
}
