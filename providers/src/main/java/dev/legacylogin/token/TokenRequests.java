package dev.legacylogin.token;

import java.util.List;

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
}
