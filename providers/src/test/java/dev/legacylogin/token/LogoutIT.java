package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.KeycloaksOwn;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once an admin has ended the session, everything that came of it is dead at every path. */
@ExtendWith(ManyLogins.class)
class LogoutIT {
    private static TestRealm realm;

    @BeforeAll
    static void useRealm() {
        realm = ManyLogins.realm();
    }

    @ParameterizedTest
    @EnumSource
    void theAccessTokenIsInactive(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token =
                    Calls.accessToken(route, Calls.right(route, realm, user).send());
            assertThat(active(route, token)).isTrue();

            logOut(user);

            assertThat(active(route, token)).isFalse();
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POCKETBASE", "NOMIC"})
    void theRefreshTokenIsDeadHereAndAtKeycloaksOwnEndpoint(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String alive =
                    Calls.refreshToken(route, Calls.right(route, realm, user).send());
            Answer refreshed = refresh(route, alive);
            assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);

            logOut(user);

            Answers.assertFailure(refresh(route, alive), deadToken(route));
            assertThat(KeycloaksOwn.refresh(realm, route.clientId(), alive).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NOMIC")
    void theAccessTokenIsRenewedNoMore(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token =
                    Calls.accessToken(route, Calls.right(route, realm, user).send());
            Answers.assertGranted(
                    route, Http.post(realm.path(route.path())).bearer(token).send());

            logOut(user);

            Answers.assertFailure(
                    Http.post(realm.path(route.path())).bearer(token).send(), new Failure(403, ""));
        }
    }

    private static void logOut(TestUser user) {
        String session = user.admin().getUserSessions().get(0).getId();
        realm.admin().deleteSession(session, false);
    }

    private static boolean active(Route route, String token) {
        return KeycloaksOwn.introspect(realm, route.clientId(), token)
                .path("active")
                .booleanValue();
    }

    private static Answer refresh(Route route, String token) {
        return switch (route) {
            case FUSIO ->
                Http.put(realm.path("/consumer/login"))
                        .json("{\"refresh_token\":\"" + token + "\"}")
                        .send();
            case PASSPORT, OAUTH ->
                Http.post(realm.path("/oauth/token"))
                        .json("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + token
                                + "\",\"client_id\":\"2\",\"client_secret\":\"" + Calls.SECRET + "\"}")
                        .send();
            case SPHINX, SPHINX_REFRESH ->
                Http.post(realm.path("/v1/api/auth/refresh"))
                        .json("{\"refresh_token\":\"" + token + "\"}")
                        .send();
            case POCKETBASE, NOMIC -> throw new IllegalArgumentException(route + " has no refresh");
        };
    }

    private static Failure deadToken(Route route) {
        return switch (route) {
            case FUSIO ->
                new Failure(
                        400,
                        "{\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"Invalid refresh token\"}");
            case PASSPORT, OAUTH ->
                new Failure(
                        401,
                        "{\"error\":\"invalid_request\",\"error_description\":\"The refresh token is invalid.\","
                                + "\"hint\":\"Token has been revoked\",\"message\":\"The refresh token is invalid.\"}");
            case SPHINX, SPHINX_REFRESH -> Failure.wrongSecret(Route.SPHINX_REFRESH, "");
            case POCKETBASE, NOMIC -> throw new IllegalArgumentException(route + " has no refresh");
        };
    }
}
