package dev.legacylogin.token;

import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.JsonWebToken;

/**
 * The tokens that Keycloak granted (RFC 6749, section 5.1).
 *
 * @param accessToken the access token
 * @param expiresIn its lifetime in seconds
 * @param refreshToken the refresh token, {@code null} where the client is set up without
 * @param refreshExpiresIn its lifetime in seconds, 0 where there is none; until the last day of 32 bits where it has no
 *     end, for which Keycloak says 0
 * @param scope the granted scopes, separated by spaces
 */
public record Tokens(String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn, String scope) {

    /** When the access token ends, as it says itself: counted from now on it could be a second late. */
    public Instant expiresAt() {
        return end(accessToken);
    }

    /** When the refresh token ends, as it says itself; the last day of 32 bits where it has no end. */
    public Instant refreshExpiresAt() {
        return end(refreshToken);
    }

    private static Instant end(String token) {
        try {
            Long exp = new JWSInput(token).readJsonContent(JsonWebToken.class).getExp();
            return Instant.ofEpochSecond(exp == null || exp == 0 ? Integer.MAX_VALUE : exp);
        } catch (JWSInputException e) {
            throw new IllegalStateException("Keycloak granted an unreadable token", e);
        }
    }

    static Tokens of(AccessTokenResponse response) {
        return new Tokens(
                response.getToken(),
                response.getExpiresIn(),
                response.getRefreshToken(),
                refreshExpiresIn(response),
                response.getScope() == null ? "" : response.getScope());
    }

    private static long refreshExpiresIn(AccessTokenResponse response) {
        return response.getRefreshToken() != null && response.getRefreshExpiresIn() == 0
                ? end(response.getRefreshToken()).getEpochSecond() - Time.currentTimeMillis() / 1000
                : response.getRefreshExpiresIn();
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "Tokens";
    }
}
