package dev.legacylogin.token;

import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * "Access token in, access token out", for which Keycloak has no grant that works on every version and for every
 * client. The presented token is verified by Keycloak's own bearer authenticator; then a refresh token of the same
 * session and scope is made, which the token endpoint alone can turn into an access token. It never leaves the server.
 *
 * <p>Tried on 26.0.8 and 26.7.3. Standard token exchange would not do: it is not there before 26.2, does not keep the
 * session from idling out and can be asked for more scopes than the presented token had.
 */
final class BearerRenewal {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;

    BearerRenewal(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.client = client;
    }

    /** A refresh token for the session of this access token, or empty where the token may not be renewed. */
    Optional<InternalRefreshToken> refreshTokenFor(String accessToken) {
        return PresentedToken.verified(session, accessToken)
                .filter(this::renewable)
                .filter(presented -> mayLogIn(presented.user()))
                .map(this::refreshToken);
    }

    /** Only an unbound access token that this client got for a person's live online session. */
    private boolean renewable(PresentedToken presented) {
        AccessToken token = presented.token();
        UserSessionModel userSession = presented.session();
        return presented.isOf(client)
                && !Boolean.parseBoolean(client.getAttribute(Constants.USE_LIGHTWEIGHT_ACCESS_TOKEN_ENABLED))
                && !userSession.isOffline()
                // 26.0 keeps an online session beside an offline one of the same id
                && session.sessions().getOfflineUserSession(realm, userSession.getId()) == null
                && token.getSubject() != null
                && !TokenUtil.hasScope(token.getScope(), OAuth2Constants.OFFLINE_ACCESS)
                && TokenProvenance.isOfLoginOrRefresh(session, token);
    }

    /** What Keycloak checks at a login and not at a refresh. */
    private boolean mayLogIn(UserModel user) {
        return user.getServiceAccountClientLink() == null
                && user.getRequiredActionsStream().findAny().isEmpty()
                && !isLocked(user)
                && !isActionDue(user);
    }

    /**
     * Whether a login would find something that the user has to do first: a password that is too old, an e-mail to
     * verify, an incomplete profile. Keycloak asks its required actions about a user who logs in, and so this is one, for a
     * moment.
     */
    private boolean isActionDue(UserModel user) {
        AuthenticationSessionModel before = session.getContext().getAuthenticationSession();
        AuthenticationSessionManager logins = new AuthenticationSessionManager(session);
        AuthenticationSessionModel login =
                logins.createAuthenticationSession(realm, false).createAuthenticationSession(client);
        try {
            login.setAuthenticatedUser(user);
            // where the token came from; else the age of the password would not be looked at
            login.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
            AuthenticationManager.evaluateRequiredActionTriggers(
                    session, login, session.getContext().getHttpRequest(), unsentEvent(), realm, user);
            return user.getRequiredActionsStream().findAny().isPresent()
                    || !login.getRequiredActions().isEmpty();
        } finally {
            logins.removeAuthenticationSession(realm, login, false);
            session.getContext().setAuthenticationSession(before);
        }
    }

    private boolean isLocked(UserModel user) {
        if (!realm.isBruteForceProtected()) {
            return false;
        }
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        return protector.isPermanentlyLockedOut(session, realm, user)
                || protector.isTemporarilyDisabled(session, realm, user);
    }

    private InternalRefreshToken refreshToken(PresentedToken presented) {
        UserSessionModel userSession = presented.session();
        ClientSessionContext context =
                TokenContext.of(session, client, userSession, presented.token().getScope());
        RefreshToken token = new TokenManager()
                .responseBuilder(realm, client, unsentEvent(), session, userSession, context)
                .accessToken(presented.token())
                .generateRefreshToken()
                .getRefreshToken();
        OnlyOrganization.of(realm, presented.token())
                .ifPresent(alias -> token.getOtherClaims().put(OAuth2Constants.ORGANIZATION, alias));
        return new InternalRefreshToken(session.tokens().encode(token), reuseId(token), context.getClientSession());
    }

    /** An event of its own that is never sent: the one of the renewal is the token endpoint's. */
    private EventBuilder unsentEvent() {
        return new EventBuilder(realm, session, session.getContext().getConnection());
    }

    private static String reuseId(RefreshToken token) {
        Object id = token.getOtherClaims().get(Constants.REUSE_ID);
        return id == null ? null : id.toString();
    }

    /**
     * A refresh token that stays inside.
     *
     * @param encoded the signed token
     * @param reuseId Keycloak's id for its chain of refreshes, {@code null} unless the realm revokes refresh tokens
     * @param clientSession the session that remembers the chain
     */
    record InternalRefreshToken(String encoded, String reuseId, AuthenticatedClientSessionModel clientSession) {

        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "InternalRefreshToken";
        }

        /** Drops what Keycloak noted of this chain, which ends here: else a session would grow with every renewal. */
        void forget() {
            if (reuseId != null) {
                clientSession.removeNote(AuthenticatedClientSessionModel.REFRESH_TOKEN_PREFIX + reuseId);
                clientSession.removeNote(AuthenticatedClientSessionModel.REFRESH_TOKEN_USE_PREFIX + reuseId);
                clientSession.removeNote(AuthenticatedClientSessionModel.REFRESH_TOKEN_LAST_REFRESH_PREFIX + reuseId);
            }
        }
    }
}
