package dev.legacylogin.token;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import dev.legacylogin.settings.ClientAdmin;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * Keycloak's own OpenID Connect endpoints, called as one client of a realm.
 *
 * @param realm the realm
 * @param clientId the client
 * @param secret its secret, {@code null} for a public one
 */
public record OwnEndpoint(TestRealm realm, String clientId, String secret) {

    /** The endpoints for a client as it stands. */
    public static OwnEndpoint of(TestRealm realm, String clientId) {
        ClientRepresentation client = ClientAdmin.client(realm, clientId);
        return new OwnEndpoint(realm, clientId, client.isPublicClient() ? null : client.getSecret());
    }

    /**
     * A login with a password; the answer is the token document.
     *
     * @param scope scopes besides the client's default ones, separated by spaces
     */
    public Answer login(TestUser user, String scope) {
        return token(Map.of(
                "grant_type", "password", "username", user.username(), "password", user.password(), "scope", scope));
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

    /** Any token request; the client's credentials are added. */
    public Answer token(Map<String, String> parameters) {
        return post("token", parameters);
    }

    /** A token exchange of an access token for another. */
    public Answer exchange(String accessToken) {
        return token(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "subject_token", accessToken));
    }

    /** Introspection of a token. */
    public Answer introspect(String token) {
        return post("token/introspect", Map.of("token", token));
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
