package dev.legacylogin.fusio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Jwt;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /consumer/login} answers as Fusio documents it. */
@ResourceLock(TestRealm.DEMO)
class FusioLoginIT {

    private static final TestRealm DEMO = TestRealm.demo();

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @ParameterizedTest
    @CsvSource({"mysusername, abcd1234, mysusername", "TestUser, password, testuser"})
    void demoUsersGetATokenAndNothingElse(String username, String password, String keycloaksUsername) {
        Jwt token = FusioPath.token(FusioPath.login(DEMO, username, password));

        FusioPath.isOf(token, DEMO, keycloaksUsername);
        assertThat(token.scopes()).isEqualTo(FusioPath.DEFAULT_SCOPES);
    }

    @Test
    void everyLoginHasASessionOfItsOwn() {
        Jwt first = FusioPath.token(FusioPath.login(realm, "TestUser", "password"));
        Jwt second = FusioPath.token(FusioPath.login(realm, "TestUser", "password"));

        assertThat(first.text("sid")).isNotEmpty().isNotEqualTo(second.text("sid"));
    }

    @Test
    void tokenIsGoodAtKeycloaksOwnEndpoints() {
        Answer login = FusioPath.loginWithScopes(realm, "mysusername", "abcd1234", "[\"openid\"]");

        Answer userInfo = Answers.granted(
                Http.get(realm.path("/protocol/openid-connect/userinfo")).bearer(login.text("/token")));

        assertThat(userInfo.text("/preferred_username")).isEqualTo("mysusername");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a password", "pässwörd €", "\\\"quoted\\\\", " spaces ", "colon:colon"})
    void newUserLogsInWithAnyPassword(String passwordInJson) {
        String password = passwordInJson.replace("\\\"", "\"").replace("\\\\", "\\");
        try (TestUser user = DEMO.createUser(password)) {
            Jwt token = FusioPath.token(FusioPath.login(DEMO, user.username(), passwordInJson));

            FusioPath.isOf(token, DEMO, user.username());
            assertThat(token.text("sub")).isEqualTo(user.id());
        }
    }

    @Test
    void passwordOfMoreThan72BytesIsComparedInFull() {
        String password = "0123456789".repeat(10);
        String almost = password.substring(0, 99) + "x";
        try (TestUser user = realm.createUser(password)) {
            FusioPath.token(FusioPath.login(realm, user.username(), password));
            FusioPath.failed(FusioPath.login(realm, user.username(), almost), "Invalid name or password");
        }
    }

    @Test
    void emailWorksAsUsername() {
        Jwt token = FusioPath.token(FusioPath.login(realm, "testuser@example.org", "password"));

        FusioPath.isOf(token, realm, "testuser");
    }

    @Test
    void emailIsNoUsernameWhereTheRealmSaysSo() {
        try (TestRealm other = TestRealm.copy(json -> json.put("loginWithEmailAllowed", false))) {
            FusioPath.failed(FusioPath.login(other, "testuser@example.org", "password"), "Invalid name or password");
            FusioPath.token(FusioPath.login(other, "testuser", "password"));
        }
    }

    @Test
    void rootPathAnswersTheSame() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Calls.request(Route.FUSIO, FusioPath.PATH, user.username(), "right")
                    .send();

            FusioPath.isOf(FusioPath.token(answer), DEMO, user.username());
        }
    }

    @Test
    void membersThatThePageDoesNotHaveAreDropped() {
        Jwt token = FusioPath.token(FusioPath.post(realm, """
                        {"username":"TestUser","password":"password","scope":"offline_access","client_id":"2",
                        "grant_type":"client_credentials","totp":"1","more":{"a":[1]}}"""));

        FusioPath.isOf(token, realm, "testuser");
        assertThat(token.scopes()).isEqualTo(FusioPath.DEFAULT_SCOPES);
    }
}
