package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /api/auth/login} and {@code /oauth/token} as an old app calls them.
 *
 * @param prefix what stands before the documented path: empty at the root
 */
record PassportPath(String prefix) {
    static final String CLIENT = "2";
    static final String SECRET = Calls.SECRET;
    static final PassportPath ROOT = new PassportPath("");

    /** The page's answer to a wrong password. */
    static final String DOES_NOT_MATCH = "{\"success\":false,\"message\":\"Email or password does not match.\"}";

    /** The page's answer to a username that does not exist. */
    static final String UNKNOWN_USERNAME = "{\"message\":\"error.validation\",\"errors\":{\"username\":"
            + "[\"The selected username is invalid.\"]},\"success\":false}";

    private static final ObjectMapper JSON = new ObjectMapper();

    static PassportPath of(TestRealm realm) {
        return new PassportPath(realm.path(""));
    }

    /** Adds another client like {@link #CLIENT} to a realm. */
    static ObjectNode addClient(ObjectNode json, String clientId) {
        ObjectNode client = RealmChange.client(json, CLIENT).deepCopy().put("clientId", clientId);
        json.withArray("clients").add(client);
        return client;
    }

    /** The documented fields of a login; may be changed. */
    static Map<String, Object> fields(String username, String password) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", username);
        fields.put("password", password);
        fields.put("client_id", CLIENT);
        fields.put("client_secret", SECRET);
        fields.put("grant_type", "password");
        return fields;
    }

    static Map<String, Object> fields(TestUser user) {
        return fields(user.username(), user.password());
    }

    /** The fields of a refresh; may be changed. */
    static Map<String, Object> refresh(String refreshToken) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", refreshToken);
        fields.put("client_id", CLIENT);
        fields.put("client_secret", SECRET);
        return fields;
    }

    static String json(Map<String, Object> fields) {
        return JSON.valueToTree(fields).toString();
    }

    static Map<String, String> form(Map<String, Object> fields) {
        Map<String, String> form = new LinkedHashMap<>();
        fields.forEach((name, value) -> form.put(name, value.toString()));
        return form;
    }

    Http login() {
        return Http.post(prefix + "/api/auth/login");
    }

    Answer login(Map<String, Object> fields) {
        return login().json(json(fields)).send();
    }

    Http token() {
        return Http.post(prefix + "/oauth/token");
    }

    Answer token(Map<String, Object> fields) {
        return token().json(json(fields)).send();
    }

    /** Logs in, which must work, and gives the page's pair of tokens. */
    JsonNode loggedIn(TestUser user) {
        Answer answer = login(fields(user));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("access_token");
    }

    /** The page's success with this {@code logged_in_user} and nothing else; gives the pair of tokens. */
    static JsonNode assertLoggedIn(Answer answer, String user) {
        JsonNode pair = answer.json().path("access_token");
        long expiresIn = expiresIn(answer.json().path("expires_in").asLong());
        Answers.assertJson(
                answer,
                200,
                "{\"success\":true,\"message\":\"You are logged in. Please wait.\",\"access_token\":{\"access_token\":\""
                        + pair.path("access_token").textValue() + "\",\"refresh_token\":\""
                        + pair.path("refresh_token").textValue() + "\"},\"expires_in\":\"" + expiresIn
                        + "\",\"logged_in_user\":"
                        + user + "}");
        return pair;
    }

    /** The tokens of Laravel's own route and nothing else; gives the document. */
    static JsonNode assertTokens(Answer answer) {
        JsonNode tokens = answer.json();
        long expiresIn = expiresIn(tokens.path("expires_in").longValue());
        Answers.assertJson(
                answer,
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + ",\"access_token\":\""
                        + tokens.path("access_token").textValue() + "\",\"refresh_token\":\""
                        + tokens.path("refresh_token").textValue() + "\"}");
        return tokens;
    }

    /** The realm's 300 seconds, less what it took Keycloak to answer. */
    static long expiresIn(long seconds) {
        assertThat(seconds).isBetween(290L, 300L);
        return seconds;
    }

    /** Keycloak keeps the time of the last change from 26.6 on; before, that of the creation stands in. */
    static String updatedAt(Answer answer) {
        JsonNode user = answer.json().path("logged_in_user");
        String createdAt = user.path("created_at").textValue();
        String updatedAt = user.path("updated_at").textValue();
        assertThat(updatedAt).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        if (TestServer.get().isBefore(6)) {
            assertThat(updatedAt).isEqualTo(createdAt);
        } else {
            assertThat(updatedAt).isGreaterThan(createdAt);
        }
        return updatedAt;
    }
}
