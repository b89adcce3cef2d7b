package dev.legacylogin.token;

import dev.legacylogin.token.AccessTokenMapper.Owner;
import java.util.List;
import java.util.Optional;

/** Asks for the tokens of one client. */
public interface TokenRequests {
    /**
     * Logs in with a password (RFC 6749, section 4.3).
     *
     * @param scopes requested beside the client's default scopes
     */
    TokenOutcome password(String username, String password, List<String> scopes);

    /** Refreshes (RFC 6749, section 6). The refresh token may come from any path, or from Keycloak's own endpoint. */
    TokenOutcome refresh(String refreshToken);

    /** A fresh access token for one that is still good. */
    TokenOutcome renew(String accessToken);

    /** Who holds an access token that is still good, or empty where it is not. */
    Optional<Owner> user(String accessToken);

    /** Ends the session of an access or refresh token; false where the token is not good for that. */
    boolean logout(String token);
}
