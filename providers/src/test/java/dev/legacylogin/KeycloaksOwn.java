package dev.legacylogin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.HashMap;
import java.util.Map;

/** Keycloak's own endpoints, called for a client of the realm. */
public final class KeycloaksOwn {
    private KeycloaksOwn() {}

    /** The token endpoint, with the client's secret. */
    public static Answer token(TestRealm realm, String clientId, Map<String, String> parameters) {
        return endpoint(realm, clientId, "token", parameters);
    }

    /** What the token endpoint grants for the user's password. */
    public static JsonNode passwordGrant(TestRealm realm, String clientId, TestUser user) {
        return token(
                        realm,
                        clientId,
                        Map.of("grant_type", "password", "username", user.username(), "password", user.password()))
                .json();
    }

    /** A refresh at the token endpoint. */
    public static Answer refresh(TestRealm realm, String clientId, String refreshToken) {
        return token(realm, clientId, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** What introspection tells about a token. */
    public static JsonNode introspect(TestRealm realm, String clientId, String token) {
        return endpoint(realm, clientId, "token/introspect", Map.of("token", token))
                .json();
    }

    /** Whether introspection calls a token active. */
    public static boolean isActive(TestRealm realm, String clientId, String token) {
        return introspect(realm, clientId, token).path("active").booleanValue();
    }

    /** UserInfo with an access token. */
    public static Answer userInfo(TestRealm realm, String accessToken) {
        return Http.get(realm.path("/protocol/openid-connect/userinfo"))
                .bearer(accessToken)
                .send();
    }

    private static Answer endpoint(TestRealm realm, String clientId, String name, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("client_id", clientId);
        String secret = Clients.admin(realm, clientId).toRepresentation().getSecret();
        if (secret != null) {
            form.put("client_secret", secret);
        }
        return Http.post(realm.path("/protocol/openid-connect/" + name))
                .form(form)
                .send();
    }
}
