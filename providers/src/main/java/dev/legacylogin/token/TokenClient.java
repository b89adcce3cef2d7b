package dev.legacylogin.token;

import dev.legacylogin.token.TokenEndpointCall.Result.Refused;
import dev.legacylogin.token.TokenOutcome.Denied;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.TokenOutcome.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Turns a legacy login, refresh or renewal into a token request of one client, and tells what came of it. */
public final class TokenClient implements TokenRequests {
    /** Longer ones are dropped by Keycloak 26.7 as if they had not been sent. */
    private static final int MAX_TOKEN_LENGTH = 4000;

    private final KeycloakSession session;
    private final ClientModel client;
    private final String secret;
    private final String shape;

    private TokenClient(KeycloakSession session, ClientModel client, String secret, String shape) {
        this.session = session;
        this.client = client;
        this.secret = secret;
        this.shape = shape;
    }

    /** For a page that carries no client: the client's own secret is added, if it has one. */
    public static TokenClient trusted(KeycloakSession session, ClientModel client, String shape) {
        String secret = client.isPublicClient() ? null : client.getSecret();
        return new TokenClient(session, client, secret, shape);
    }

    /** For a page whose caller sends the client's secret ({@code null} where none was sent). */
    public static TokenClient withSecret(KeycloakSession session, ClientModel client, String secret, String shape) {
        return new TokenClient(session, client, secret, shape);
    }

    @Override
    public TokenOutcome password(String username, String password, List<String> scopes) {
        if (!Usernames.possible(username)) {
            return new Denied(Reason.UNKNOWN_USER);
        }
        Map<String, String> parameters = parameters(OAuth2Constants.PASSWORD);
        parameters.put("username", username);
        parameters.put("password", password);
        if (!scopes.isEmpty()) {
            parameters.put(OAuth2Constants.SCOPE, String.join(" ", scopes));
        }
        return outcome(parameters, TokenClient::whyNoLogin);
    }

    @Override
    public boolean isKnownToAStore(String username) {
        return Usernames.possible(username) && UserStores.know(session, username);
    }

    @Override
    public TokenOutcome refresh(String refreshToken) {
        if (refreshToken.length() > MAX_TOKEN_LENGTH) {
            return new Denied(Reason.INVALID_TOKEN);
        }
        Map<String, String> parameters = parameters(OAuth2Constants.REFRESH_TOKEN);
        parameters.put(OAuth2Constants.REFRESH_TOKEN, refreshToken);
        return outcome(parameters, TokenClient::whyNoRefresh);
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

    private Map<String, String> parameters(String grantType) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put(OAuth2Constants.GRANT_TYPE, grantType);
        parameters.put(OAuth2Constants.CLIENT_ID, client.getClientId());
        if (secret != null) {
            parameters.put(OAuth2Constants.CLIENT_SECRET, secret);
        }
        return parameters;
    }

    private TokenOutcome outcome(Map<String, String> parameters, Function<Refused, Reason> reason) {
        TokenEndpointCall.Result result = TokenEndpointCall.send(session, shape, parameters);
        if (result instanceof TokenEndpointCall.Result.Granted granted) {
            Tokens tokens = granted.tokens();
            var claims = new UserInfoClaims(session, client, granted.userSession(), tokens.scope());
            return new Granted(tokens, granted.user(), claims);
        }
        return new Denied(reason.apply((Refused) result));
    }

    private static Reason whyNoLogin(Refused refused) {
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
            default -> Reason.CLIENT_REFUSED;
        };
    }

    private static Reason whyNoRefresh(Refused refused) {
        return switch (refused.error()) {
            case Errors.CLIENT_NOT_FOUND,
                    Errors.CLIENT_DISABLED,
                    Errors.INVALID_CLIENT,
                    Errors.INVALID_CLIENT_CREDENTIALS -> Reason.CLIENT_REFUSED;
            default -> Reason.INVALID_TOKEN;
        };
    }
}
