package dev.legacylogin.token;

import dev.legacylogin.token.AccessTokenMapper.Owner;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.util.TokenUtil;

/**
 * What the holder of a client's token may do with it besides getting another: ask who he is, and end his session. With
 * the checks of Keycloak's UserInfo and logout endpoints, and their events. UserInfo's demand for the scope
 * {@code openid} is left away: no old API has scopes.
 *
 * @param session Keycloak's session of this request
 * @param client the client that the token must be of
 * @param shape named in the events
 */
record HeldTokens(KeycloakSession session, ClientModel client, String shape) {

    /** The user of an access token, or empty where it is not good. */
    Optional<Owner> user(String accessToken) {
        EventBuilder event =
                event(EventType.USER_INFO_REQUEST).detail(Details.AUTH_METHOD, Details.VALIDATE_ACCESS_TOKEN);
        Optional<PresentedToken> good = good(accessToken);
        if (good.isEmpty()) {
            event.error(Errors.INVALID_TOKEN);
            return Optional.empty();
        }
        PresentedToken presented = good.get();
        event.user(presented.user())
                .session(presented.session().getId())
                .detail(Details.USERNAME, presented.user().getUsername())
                .success();
        return Optional.of(new Owner(
                presented.user(),
                () -> new UserInfoClaims(
                                session,
                                presented.session(),
                                TokenContext.of(
                                        session,
                                        client,
                                        presented.session(),
                                        presented.token().getScope()))
                        .get(),
                new SelfWritten(session, presented.user())));
    }

    /** Ends the session of an access token or a refresh token; whether the token was good for that. */
    boolean logout(String token) {
        Optional<PresentedToken> presented = good(token);
        if (presented.isPresent()) {
            endOf(presented.get());
            return true;
        }
        try {
            RealmModel realm = session.getContext().getRealm();
            RefreshToken refreshToken = new TokenManager()
                    .verifyRefreshToken(
                            session, realm, client, session.getContext().getHttpRequest(), token, false);
            boolean offline = TokenUtil.TOKEN_TYPE_OFFLINE.equals(refreshToken.getType());
            UserSessionModel userSession = offline
                    ? new UserSessionManager(session).findOfflineUserSession(realm, refreshToken.getSessionId())
                    : session.sessions().getUserSession(realm, refreshToken.getSessionId());
            if (userSession == null) {
                return true; // it has ended: Keycloak says yes too, and leaves no event
            }
            if (client.isEnabled() && refreshToken.getIat() + 1 >= userSession.getStarted()) {
                end(userSession, offline);
                return true;
            }
        } catch (OAuthErrorException e) {
            // as below
        }
        event(EventType.LOGOUT).error(Errors.INVALID_TOKEN);
        return false;
    }

    /** Keycloak 26.0 keeps an online session beside an offline one of the same id, and both are the login's. */
    private void endOf(PresentedToken presented) {
        UserSessionModel found = presented.session();
        UserSessionModel offline = TokenUtil.hasScope(presented.token().getScope(), OAuth2Constants.OFFLINE_ACCESS)
                ? session.sessions().getOfflineUserSession(session.getContext().getRealm(), found.getId())
                : null;
        boolean both = offline != null && offline.getAuthenticatedClientSessionByClient(client.getId()) != null;
        end(both ? offline : found, both || found.isOffline());
    }

    private void end(UserSessionModel userSession, boolean offline) {
        KeycloakContext context = session.getContext();
        EventBuilder event = event(EventType.LOGOUT).user(userSession.getUser()).session(userSession.getId());
        AuthenticationManager.backchannelLogout(
                session,
                context.getRealm(),
                userSession,
                context.getUri(),
                context.getConnection(),
                context.getHttpRequest().getHttpHeaders(),
                true,
                offline);
        event.success();
    }

    private Optional<PresentedToken> good(String accessToken) {
        return PresentedToken.verified(session, accessToken).filter(presented -> presented.isHeldBy(client));
    }

    private EventBuilder event(EventType type) {
        return LegacyEvent.of(session, shape).event(type).client(client);
    }
}
