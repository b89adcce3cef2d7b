package dev.legacylogin.token;

import org.keycloak.representations.AccessTokenResponse;

/**
 * The tokens that Keycloak granted (RFC 6749, section 5.1).
 *
 * @param accessToken the access token
 * @param expiresIn its lifetime in seconds
 * @param refreshToken the refresh token, {@code null} where the client is set up without
 * @param refreshExpiresIn its lifetime in seconds, 0 where there is none or it does not expire
 * @param scope the granted scopes, separated by spaces
 */
public record Tokens(String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn, String scope) {

    static Tokens of(AccessTokenResponse response) {
        return new Tokens(
                response.getToken(),
                response.getExpiresIn(),
                response.getRefreshToken(),
                response.getRefreshExpiresIn(),
                response.getScope() == null ? "" : response.getScope());
    }
}
