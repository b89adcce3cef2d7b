package dev.legacylogin.threats;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every documented way to refresh, and the same client's way at Keycloak's own token endpoint. */
enum Refresh {
    FUSIO(
            Login.FUSIO,
            400,
            "{\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"Invalid refresh token\"}") {
        @Override
        Answer send(TestRealm realm, String refreshToken) {
            return Http.put(realm.path("/consumer/login"))
                    .json(Login.json("refresh_token", refreshToken))
                    .send();
        }
    },
    PASSPORT(
            Login.PASSPORT,
            401,
            "{\"error\":\"invalid_request\",\"error_description\":\"The refresh token is invalid.\",\"hint\":\"Token has been revoked\",\"message\":\"The refresh token is invalid.\"}") {
        @Override
        Answer send(TestRealm realm, String refreshToken) {
            return Http.post(realm.path("/oauth/token"))
                    .json(Login.json(
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            refreshToken,
                            "client_id",
                            "2",
                            "client_secret",
                            Login.SECRET))
                    .send();
        }
    },
    SPHINX(
            Login.SPHINX,
            401,
            "{\"result\":{\"code\":401,\"error\":\"invalid_token\",\"desc\":\"The refresh token is not valid\"}}") {
        @Override
        Answer send(TestRealm realm, String refreshToken) {
            return Http.post(realm.path("/v1/api/auth/refresh"))
                    .json(Login.json("refresh_token", refreshToken))
                    .send();
        }
    };

    final Login login;
    private final Answer denied;

    Refresh(Login login, int deniedStatus, String deniedBody) {
        this.login = login;
        this.denied = new Answer(deniedStatus, null, deniedBody);
    }

    abstract Answer send(TestRealm realm, String refreshToken);

    /** The documented answer to a bad refresh token. */
    Answer denied() {
        return denied;
    }

    /** A refresh of the same client at Keycloak's own token endpoint. */
    Answer own(TestRealm realm, String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", login.clientId);
        form.put("client_secret", Login.SECRET);
        form.put("refresh_token", refreshToken);
        return Http.post(realm.path("/protocol/openid-connect/token"))
                .form(form)
                .send();
    }

    /** A refresh token of this client, from Keycloak's own token endpoint. */
    String token(TestRealm realm, String username, String password) {
        return login.own(realm, username, password).json().get("refresh_token").asText();
    }
}
