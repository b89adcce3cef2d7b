package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings form changes in the answers of {@code /api/auth/login} and {@code /oauth/token}. */
class PassportSettingsIT {
    private static final String FLAT = "flat";
    private static final String HIDDEN = "hidden";
    private static final String EMPTY = "empty";
    private static final String IMPORTED = "imported";
    private static final String OPEN = "open";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> {
        RealmChange.settings(PassportPath.addClient(json, FLAT)).put("tokens", "flat");
        RealmChange.settings(PassportPath.addClient(json, HIDDEN)).put("unknown.username", "hidden");
        RealmChange.settings(PassportPath.addClient(json, EMPTY)).removeAll();
        RealmChange.settings(PassportPath.addClient(json, IMPORTED))
                .put("tokens", "Flat")
                .put("unknown.username", "");
        PassportPath.addClient(json, OPEN).put("publicClient", true).remove("secret");
    });

    private static final TestUser user = realm.createUser("a password");
    private static final PassportPath path = PassportPath.of(realm);

    @Test
    void flatTokensAreThoseOfTheOriginsOwnWebClient() {
        Answer answer = path.login(fields(FLAT));

        JsonNode document = answer.json();
        long expiresIn = PassportPath.expiresIn(document.path("expires_in").longValue());
        String accessToken = document.path("access_token").textValue();
        Answers.assertJson(
                answer,
                200,
                "{\"success\":true,\"message\":\"You are logged in. Please wait.\",\"access_token\":\"" + accessToken
                        + "\",\"refresh_token\":\""
                        + document.path("refresh_token").textValue() + "\",\"expires_in\":" + expiresIn
                        + ",\"logged_in_user\":"
                        + document.path("logged_in_user") + "}");
        assertThat(document.path("logged_in_user").path("username").textValue()).isEqualTo(user.username());
        assertThat(Jwt.of(accessToken).text("azp")).isEqualTo(FLAT);
    }

    @Test
    void flatTokensChangeNothingAtTheTokenRoute() {
        String refreshToken = path.login(fields(FLAT)).text("/refresh_token");
        Map<String, Object> refresh = PassportPath.refresh(refreshToken);
        refresh.put("client_id", FLAT);

        PassportPath.assertTokens(path.token(refresh));
    }

    @Test
    void hiddenUnknownUsernameIsAWrongPassword() {
        Map<String, Object> unknown = fields(HIDDEN);
        unknown.put("username", "nobody-of-this-name");

        Answers.assertJson(path.login(unknown), 422, PassportPath.DOES_NOT_MATCH);
    }

    @Test
    void hiddenUnknownUsernameLeavesTheRestAsDocumented() {
        assertDocumentedTokens(path.login(fields(HIDDEN)));
        Map<String, Object> missing = fields(HIDDEN);
        missing.remove("username");

        Answers.assertJson(
                path.login(missing),
                422,
                "{\"message\":\"error.validation\",\"errors\":{\"username\":[\"The username field is required.\"]},"
                        + "\"success\":false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {PassportPath.CLIENT, FLAT, EMPTY, IMPORTED})
    void unknownUsernameIsToldUnlessHidden(String clientId) {
        Map<String, Object> unknown = fields(clientId);
        unknown.put("username", "nobody-of-this-name");

        Answers.assertJson(path.login(unknown), 422, PassportPath.UNKNOWN_USERNAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {PassportPath.CLIENT, EMPTY, IMPORTED})
    void tokensAreDocumentedUnlessFlat(String clientId) {
        assertDocumentedTokens(path.login(fields(clientId)));
    }

    /** Laravel's clients all have a secret; one that the administrator has made public needs none. */
    @Test
    void publicClientNeedsNoSecret() {
        Map<String, Object> fields = fields(OPEN);
        fields.remove("client_secret");

        assertDocumentedTokens(path.login(fields));
    }

    private static void assertDocumentedTokens(Answer answer) {
        PassportPath.assertLoggedIn(answer, answer.json().path("logged_in_user").toString());
    }

    private static Map<String, Object> fields(String clientId) {
        Map<String, Object> fields = PassportPath.fields(user);
        fields.put("client_id", clientId);
        return fields;
    }
}
