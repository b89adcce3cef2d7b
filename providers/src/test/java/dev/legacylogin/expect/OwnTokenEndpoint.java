package dev.legacylogin.expect;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keycloak's own token endpoint, asked as one of the realm's clients.
 *
 * @param realm the realm
 * @param clientId the client's id
 */
public record OwnTokenEndpoint(TestRealm realm, String clientId) {

    /** Logs in with a password. */
    public Answer password(String username, String password, String scope) {
        return request(Map.of("grant_type", "password", "username", username, "password", password, "scope", scope));
    }

    /** Refreshes. */
    public Answer refresh(String refreshToken) {
        return request(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** The refresh token of a new login. */
    public String refreshToken(String username, String password) {
        return password(username, password, "email")
                .json()
                .path("refresh_token")
                .textValue();
    }

    private Answer request(Map<String, String> parameters) {
        Map<String, String> form = new TreeMap<>(parameters);
        form.put("client_id", clientId);
        form.put("client_secret", secret());
        return Http.post(realm.path("/protocol/openid-connect/token"))
                .form(form)
                .send();
    }

    private String secret() {
        return realm.admin().clients().findByClientId(clientId).get(0).getSecret();
    }
}
