package dev.legacylogin.fusio;

import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh by {@code PUT /consumer/login} that fails: 400 always, and the reason stays inside. */
class FusioRefreshDeniedIT {

    private static final String BAD = "Invalid refresh token";

    private static TestRealm realm;
    private static OwnTokenEndpoint own;

    @BeforeAll
    static void createRealm() {
        realm = TestRealm.forManyLogins();
        own = OwnTokenEndpoint.of(realm, FusioPath.CLIENT);
    }

    @AfterAll
    static void deleteRealm() {
        realm.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"refresh_token\":null}",
                "{\"refresh_token\":\"\"}",
                "{\"refresh_token\":\" \"}",
                "{\"refresh_token\":5}",
                "{\"refresh_token\":[\"a\"]}",
                "{\"refresh_token\":\"junk\"}",
                "{\"refresh_token\":\"a.b.c\"}",
                "{\"refresh_token\":\"eyJhbGciOiJub25lIn0.eyJ0eXAiOiJSZWZyZXNoIn0.\"}",
                "{\"username\":\"TestUser\",\"password\":\"password\"}"
            })
    void whatIsNoRefreshTokenIsRefused(String body) {
        FusioPath.failed(FusioPath.put(realm, body), BAD);
    }

    @Test
    void emptyBodyIsRefused() {
        Answer answer = Http.put(realm.path(FusioPath.PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send();

        FusioPath.failed(answer, BAD);
    }

    @Test
    void accessTokenIsNoRefreshToken() {
        Answer login = FusioPath.login(realm, "TestUser", "password");

        FusioPath.failed(FusioPath.refresh(realm, login.json().path("token").textValue()), BAD);
    }

    @Test
    void refreshTokenOfAnotherClientIsRefused() {
        OwnTokenEndpoint other = OwnTokenEndpoint.of(realm, "legacy-sphinx");

        FusioPath.failed(FusioPath.refresh(realm, other.refreshToken("TestUser", "password")), BAD);
    }

    @Test
    void refreshTokenOfAnotherRealmIsRefused() {
        TestRealm other = TestRealm.copy();
        try (other) {
            String refreshToken = OwnTokenEndpoint.of(other, FusioPath.CLIENT).refreshToken("TestUser", "password");

            FusioPath.failed(FusioPath.refresh(realm, refreshToken), BAD);
        }
    }

    @Test
    void changedRefreshTokenIsRefused() {
        String refreshToken = own.refreshToken("TestUser", "password");
        char last = refreshToken.charAt(refreshToken.length() - 3);
        String changed = refreshToken.substring(0, refreshToken.length() - 3) + (last == 'A' ? 'B' : 'A') + "AA";

        FusioPath.failed(FusioPath.refresh(realm, changed), BAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 4001, 15_000})
    void longJunkIsRefused(int length) {
        FusioPath.failed(FusioPath.refresh(realm, "a".repeat(length)), BAD);
    }

    @Test
    void refreshTokenEndsWithItsSession() {
        try (TestUser user = realm.createUser("right")) {
            String refreshToken = own.refreshToken(user.username(), "right");
            user.admin().logout();

            FusioPath.failed(FusioPath.refresh(realm, refreshToken), BAD);
        }
    }

    @Test
    void disabledUserIsRefused() {
        try (TestUser user = realm.createUser("right")) {
            String refreshToken = own.refreshToken(user.username(), "right");
            user.change(it -> it.setEnabled(false));

            FusioPath.failed(FusioPath.refresh(realm, refreshToken), BAD);
        }
    }
}
