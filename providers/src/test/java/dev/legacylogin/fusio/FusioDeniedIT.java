package dev.legacylogin.fusio;

import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login at {@code /consumer/login} that fails: 400 always, and the reason stays inside. */
@ResourceLock(TestRealm.DEMO)
class FusioDeniedIT {

    private static final TestRealm REALM = TestRealm.demo();
    private static final String WRONG = "Invalid name or password";

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "nobody@example.org", " TestUser", "a\\nb", "a\\u0000b", "\\u001b[31m"})
    void unknownUserIsAnsweredTheSame(String username) {
        FusioPath.failed(FusioPath.login(REALM, username, "password"), WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"username\":null,",
                "\"username\":\"\",",
                "\"username\":\" \",",
                "\"username\":5,",
                "\"username\":[\"TestUser\"],",
                "\"username\":{\"a\":\"TestUser\"},",
                "\"email\":\"testuser@example.org\","
            })
    void missingUsernameIsTold(String username) {
        FusioPath.failed(FusioPath.post(REALM, "{" + username + "\"password\":\"password\"}"), "No username provided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"password\":null",
                ",\"password\":\"\"",
                ",\"password\":\" \"",
                ",\"password\":5",
                ",\"password\":true",
                ",\"password\":[\"password\"]",
                ",\"password\":{\"a\":\"password\"}"
            })
    void missingPasswordIsTold(String password) {
        FusioPath.failed(FusioPath.post(REALM, "{\"username\":\"TestUser\"" + password + "}"), "No password provided");
    }

    @Test
    void missingPasswordIsToldOfAnUnknownUserToo() {
        FusioPath.failed(FusioPath.post(REALM, "{\"username\":\"nobody\"}"), "No password provided");
    }

    @Test
    void missingUsernameIsToldBeforeAMissingPassword() {
        FusioPath.failed(FusioPath.post(REALM, "{}"), "No username provided");
    }

    @Test
    void credentialsAreToldWrongOnlyAfterTheScopes() {
        FusioPath.failed(FusioPath.loginWithScopes(REALM, "nobody", "wrong", "[\"nonsense\"]"), "No scopes provided");
    }
}
