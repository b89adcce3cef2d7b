package dev.legacylogin.token;

import dev.legacylogin.token.AccessTokenMapper.Owner;
import dev.legacylogin.token.TokenEndpointCall.Result.Refused;
import dev.legacylogin.token.TokenOutcome.Denied;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.TokenOutcome.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Turns a legacy login, refresh or renewal into a token request of one client, and tells what came of it. */
public final class TokenClient implements TokenRequests {
    /** An error of client authenticators that has no constant of its own. */
    private static final String CLIENT_CREDENTIALS_SETUP_REQUIRED = "client_credentials_setup_required";

    private final KeycloakSession session;
    private final ClientModel client;
    private final ClientAuthentication authentication;
    private final String shape;

    private TokenClient(
            KeycloakSession session, ClientModel client, ClientAuthentication authentication, String shape) {
        this.session = session;
        this.client = client;
        this.authentication = authentication;
        this.shape = shape;
    }

    /** For a page that carries no client: the client's own secret is added, if it has one. */
    public static TokenClient trusted(KeycloakSession session, ClientModel client, String shape) {
        return new TokenClient(session, client, ClientAuthentication.trusted(session, client), shape);
    }

    /** For a page whose caller sends the client's secret ({@code null} where none was sent). */
    public static TokenClient withSecret(KeycloakSession session, ClientModel client, String secret, String shape) {
        return new TokenClient(session, client, ClientAuthentication.with(client, secret), shape);
    }

    @Override
    public TokenOutcome password(String username, String password, List<String> scopes) {
        Map<String, String> parameters = parameters(OAuth2Constants.PASSWORD);
        // looked up all the same, so that it takes the time and leaves the event of any unknown user
        parameters.put("username", Usernames.possible(username) ? username : Usernames.IMPOSSIBLE);
        parameters.put("password", password);
        if (!scopes.isEmpty()) {
            parameters.put(OAuth2Constants.SCOPE, String.join(" ", scopes));
        }
        return outcome(
                parameters,
                refused -> new Denied(
                        whyNoLogin(refused), () -> Usernames.possible(username) && UserStores.know(session, username)));
    }

    /** How long the token may be is Keycloak's to say: from 26.6 on it drops one that is too long, and refuses then. */
    @Override
    public TokenOutcome refresh(String refreshToken) {
        Map<String, String> parameters = parameters(OAuth2Constants.REFRESH_TOKEN);
        parameters.put(OAuth2Constants.REFRESH_TOKEN, refreshToken);
        return outcome(parameters, refused -> new Denied(whyNoRefresh(refused)));
    }

    /** See {@link BearerRenewal}. */
    @Override
    public TokenOutcome renew(String accessToken) {
        BearerRenewal renewal = new BearerRenewal(session, client);
        return renewal.refreshTokenFor(accessToken)
                .map(refreshToken -> {
                    TokenOutcome outcome = refresh(refreshToken.encoded());
                    refreshToken.forget();
                    return outcome;
                })
                .orElseGet(() -> {
                    // the bearer authenticator tells nobody; Keycloak's own refresh leaves this event
                    LegacyEvent.of(session, shape)
                            .event(EventType.REFRESH_TOKEN)
                            .client(client)
                            .error(Errors.INVALID_TOKEN);
                    return new Denied(Reason.INVALID_TOKEN);
                });
    }

    @Override
    public Optional<Owner> user(String accessToken) {
        return new HeldTokens(session, client, shape).user(accessToken);
    }

    @Override
    public boolean logout(String token) {
        return new HeldTokens(session, client, shape).logout(token);
    }

    private Map<String, String> parameters(String grantType) {
        Map<String, String> parameters = authentication.parameters();
        parameters.put(OAuth2Constants.GRANT_TYPE, grantType);
        return parameters;
    }

    private TokenOutcome outcome(Map<String, String> parameters, Function<Refused, Denied> denied) {
        TokenEndpointCall.Result result =
                TokenEndpointCall.send(session, shape, parameters, authentication.authorization());
        if (result instanceof TokenEndpointCall.Result.Granted granted) {
            Tokens tokens = granted.tokens();
            return new Granted(
                    tokens,
                    granted.user(),
                    () -> userInfo(granted.userSession(), tokens.scope()),
                    new SelfWritten(session, granted.user()));
        }
        return denied.apply((Refused) result);
    }

    private Map<String, Object> userInfo(UserSessionModel userSession, String scope) {
        if (userSession == null) {
            // a client policy may have granted without a session that lasts: no claims, the attributes remain
            return Map.of();
        }
        return new UserInfoClaims(session, userSession, context(userSession, scope)).get();
    }

    /**
     * That of the grant, which has its scopes and mappers already: Keycloak keeps the last one in its session. Where
     * scopes were asked for, some may be hidden in the token, and UserInfo does not know of them.
     */
    private ClientSessionContext context(UserSessionModel userSession, String scope) {
        ClientSessionContext last =
                session.getAttribute(ClientSessionContext.class.getName(), ClientSessionContext.class);
        AuthenticatedClientSessionModel of = last == null ? null : last.getClientSession();
        boolean granted = of != null
                && of.getClient().equals(client)
                && of.getUserSession().getId().equals(userSession.getId())
                && of.getNote(OAuth2Constants.SCOPE) == null
                && last.getScopeString().equals(scope);
        return granted ? last : TokenContext.of(session, client, userSession, scope);
    }

    private Reason whyNoLogin(Refused refused) {
        return switch (refused.error()) {
            case Errors.USER_NOT_FOUND -> Reason.UNKNOWN_USER;
            case Errors.INVALID_USER_CREDENTIALS,
                    Errors.USER_TEMPORARILY_DISABLED,
                    Errors.USER_DISABLED,
                    Errors.INVALID_USER -> Reason.INVALID_CREDENTIALS;
            case Errors.RESOLVE_REQUIRED_ACTIONS ->
                refused.pendingActions().contains(UserModel.RequiredAction.UPDATE_PASSWORD.name())
                        ? Reason.PASSWORD_UPDATE_REQUIRED
                        : Reason.ACTION_REQUIRED;
            case Errors.CONSENT_DENIED -> Reason.CLIENT_REFUSED;
            // where direct access grants are on it is the user, who lacks the role for offline access
            case Errors.NOT_ALLOWED -> client.isDirectAccessGrantsEnabled() ? Reason.REFUSED : Reason.CLIENT_REFUSED;
            default -> isOfTheClient(refused) ? Reason.CLIENT_REFUSED : Reason.REFUSED;
        };
    }

    private Reason whyNoRefresh(Refused refused) {
        return isOfTheClient(refused) ? Reason.CLIENT_REFUSED : Reason.INVALID_TOKEN;
    }

    /**
     * Whether the client did not authenticate, or is none that may. A client policy has its own say: it refuses with
     * errors that others have too, and the client's secret is not to blame.
     */
    private boolean isOfTheClient(Refused refused) {
        return switch (refused.error()) {
            case Errors.CLIENT_NOT_FOUND,
                    Errors.CLIENT_DISABLED,
                    Errors.INVALID_CLIENT,
                    Errors.INVALID_CLIENT_CREDENTIALS,
                    CLIENT_CREDENTIALS_SETUP_REQUIRED -> true;
            default -> false;
        };
    }
}
