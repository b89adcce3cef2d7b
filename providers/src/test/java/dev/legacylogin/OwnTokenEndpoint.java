package dev.legacylogin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * Keycloak's own token endpoint and those beside it, called as one client of a realm: the measure of what a documented
 * path does.
 *
 * @param realm the realm
 * @param clientId the client
 * @param secret its secret, {@code null} for a public one
 */
public record OwnTokenEndpoint(TestRealm realm, String clientId, String secret) {

    /** For a client as it stands. */
    public static OwnTokenEndpoint of(TestRealm realm, String clientId) {
        ClientRepresentation client = Clients.admin(realm, clientId).toRepresentation();
        return new OwnTokenEndpoint(realm, clientId, client.isPublicClient() ? null : client.getSecret());
    }

    /** For the client of a documented path as it stands. */
    public static OwnTokenEndpoint of(TestRealm realm, Route route) {
        return of(realm, route.clientId());
    }

    /** Any token request; the client's credentials are added. */
    public Answer token(Map<String, String> parameters) {
        return post("token", parameters);
    }

    /** A login with a password. */
    public Answer password(String username, String password) {
        return token(Map.of("grant_type", "password", "username", username, "password", password));
    }

    /** A login with the user's password. */
    public Answer password(TestUser user) {
        return password(user.username(), user.password());
    }

    /**
     * A login with the user's password.
     *
     * @param scope scopes besides the client's default ones, separated by spaces
     */
    public Answer password(TestUser user, String scope) {
        return token(Map.of(
                "grant_type", "password", "username", user.username(), "password", user.password(), "scope", scope));
    }

    /** The refresh token of a login. */
    public String refreshToken(String username, String password) {
        return password(username, password).text("/refresh_token");
    }

    /** The refresh token of a login. */
    public String refreshToken(TestUser user) {
        return refreshToken(user.username(), user.password());
    }

    /** A refresh. */
    public Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /**
     * A refresh for less than what was granted.
     *
     * @param scope the scopes, separated by spaces
     */
    public Answer refresh(String refreshToken, String scope) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scope));
    }

    /** A token exchange of an access token for another. */
    public Answer exchange(String accessToken) {
        return token(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "subject_token", accessToken));
    }

    /** What introspection tells about a token. */
    public JsonNode introspect(String token) {
        return post("token/introspect", Map.of("token", token)).json();
    }

    /** Whether introspection calls a token active. */
    public boolean isActive(String token) {
        return introspect(token).path("active").booleanValue();
    }

    /** Revocation of a token. */
    public Answer revoke(String token) {
        return post("revoke", Map.of("token", token));
    }

    /** Logout of the session of a refresh token. */
    public Answer logout(String refreshToken) {
        return post("logout", Map.of("refresh_token", refreshToken));
    }

    /** UserInfo of an access token's user. */
    public Answer userInfo(String accessToken) {
        return Http.get(path("userinfo")).bearer(accessToken).send();
    }

    private Answer post(String endpoint, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.values().removeIf(String::isEmpty);
        form.put("client_id", clientId);
        if (secret != null) {
            form.put("client_secret", secret);
        }
        return Http.post(path(endpoint)).form(form).send();
    }

    private String path(String endpoint) {
        return realm.path("/protocol/openid-connect/" + endpoint);
    }
}
