package dev.legacylogin.endpoint;

import dev.legacylogin.settings.Sunset;
import dev.legacylogin.shape.ServingClient;
import dev.legacylogin.token.AccessTokenMapper.Owner;
import dev.legacylogin.token.LegacyEvent;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Denied;
import dev.legacylogin.token.TokenOutcome.Reason;
import dev.legacylogin.token.TokenRequests;
import dev.legacylogin.token.Usernames;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/**
 * A client after its sunset: it denies everything, asks nobody, and leaves an event that says why.
 *
 * @param session Keycloak's session of this request
 * @param shape named in the event
 * @param client the client
 * @param sunset which day it was
 */
record EndedClient(KeycloakSession session, String shape, ServingClient client, Sunset sunset)
        implements TokenRequests {
    private static final String ERROR = "legacy_login_sunset";

    @Override
    public TokenOutcome password(String username, String password, List<String> scopes) {
        return deny(EventType.LOGIN, Usernames.possible(username) ? username : null);
    }

    @Override
    public TokenOutcome refresh(String refreshToken) {
        return deny(EventType.REFRESH_TOKEN, null);
    }

    @Override
    public TokenOutcome renew(String accessToken) {
        return deny(EventType.REFRESH_TOKEN, null);
    }

    @Override
    public Optional<Owner> user(String accessToken) {
        deny(EventType.USER_INFO_REQUEST, null);
        return Optional.empty();
    }

    @Override
    public boolean logout(String token) {
        deny(EventType.LOGOUT, null);
        return false;
    }

    private TokenOutcome deny(EventType type, String username) {
        EventBuilder event = LegacyEvent.of(session, shape).event(type).client(client.model());
        event.detail(Details.USERNAME, username)
                .detail("sunset", sunset.date().toString())
                .error(ERROR);
        return new Denied(Reason.CLIENT_REFUSED);
    }
}
