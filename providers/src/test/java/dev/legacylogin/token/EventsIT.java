package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.KeycloaksOwn;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.EventRepresentation;

/** Every login, refresh and renewal leaves Keycloak's own event, which names the shape. */
class EventsIT {
    private static final Set<String> SECRETS = Set.of("a password", "a wrong password", Calls.SECRET, "junk");
    private static TestRealm realm;

    @BeforeAll
    static void createRealm() {
        realm = TestRealm.copy(json -> {
            json.putArray("enabledEventTypes")
                    .add("LOGIN")
                    .add("LOGIN_ERROR")
                    .add("REFRESH_TOKEN")
                    .add("REFRESH_TOKEN_ERROR");
            json.put("bruteForceProtected", false);
        });
    }

    @AfterAll
    static void deleteRealm() {
        realm.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPHINX_REFRESH")
    void ofALogin(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Answer answer = Calls.right(route, realm, user).send();
            Answers.assertGranted(route, answer);

            EventRepresentation event = onlyNewest(user.events(), 1);
            assertEvent(event, "LOGIN", null, route, user.id());
            assertThat(event.getSessionId())
                    .isEqualTo(user.admin().getUserSessions().get(0).getId());
            assertThat(event.getDetails())
                    .containsEntry("username", user.username())
                    .containsEntry("grant_type", "password");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPHINX_REFRESH")
    void ofAFailedLogin(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Calls.request(route, realm.path(route.path()), user.username(), "a wrong password")
                    .send();

            EventRepresentation event = onlyNewest(user.events(), 1);
            assertEvent(event, "LOGIN_ERROR", "invalid_user_credentials", route, user.id());
            assertThat(event.getDetails()).containsEntry("username", user.username());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPHINX_REFRESH")
    void ofALoginOfNobody(Route route) {
        int before = realm.events().size();

        Calls.request(route, realm.path(route.path()), "nobody-" + route.ordinal(), "a wrong password")
                .send();

        EventRepresentation event = onlyNewest(realm.events(), before + 1);
        assertEvent(event, "LOGIN_ERROR", "user_not_found", route, null);
        assertThat(event.getDetails()).containsEntry("username", "nobody-" + route.ordinal());
    }

    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "OAUTH", "SPHINX_REFRESH"})
    void ofARefresh(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token = KeycloaksOwn.passwordGrant(realm, route.clientId(), user)
                    .path("refresh_token")
                    .textValue();

            assertThat(refresh(route, token).status()).isEqualTo(200);

            EventRepresentation event = onlyNewest(user.events(), 2);
            assertEvent(event, "REFRESH_TOKEN", null, route, user.id());
            assertThat(event.getSessionId())
                    .isEqualTo(user.admin().getUserSessions().get(0).getId());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "OAUTH", "SPHINX_REFRESH"})
    void ofAFailedRefresh(Route route) {
        int before = realm.events().size();

        assertThat(refresh(route, "junk").status()).isIn(400, 401);

        assertEvent(onlyNewest(realm.events(), before + 1), "REFRESH_TOKEN_ERROR", "invalid_token", route, null);
    }

    @ParameterizedTest
    @EnumSource(names = "NOMIC")
    void ofARenewal(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token =
                    Calls.accessToken(route, Calls.right(route, realm, user).send());

            Answers.assertGranted(
                    route, Http.post(realm.path(route.path())).bearer(token).send());

            EventRepresentation event = onlyNewest(user.events(), 2);
            assertEvent(event, "REFRESH_TOKEN", null, route, user.id());
            assertThat(event.getSessionId())
                    .isEqualTo(user.admin().getUserSessions().get(0).getId());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NOMIC")
    void ofAFailedRenewal(Route route) {
        int before = realm.events().size();

        assertThat(Http.post(realm.path(route.path())).bearer("junk").send().status())
                .isEqualTo(403);

        assertEvent(onlyNewest(realm.events(), before + 1), "REFRESH_TOKEN_ERROR", "invalid_token", route, null);
    }

    private static Answer refresh(Route route, String token) {
        Http request = route == Route.FUSIO ? Http.put(realm.path(route.path())) : Http.post(realm.path(route.path()));
        String client = route.namesItsClient()
                ? ",\"grant_type\":\"refresh_token\",\"client_id\":\"2\",\"client_secret\":\"" + Calls.SECRET + "\""
                : "";
        return request.json("{\"refresh_token\":\"" + token + "\"" + client + "}")
                .send();
    }

    private static EventRepresentation onlyNewest(List<EventRepresentation> events, int all) {
        assertThat(events).hasSize(all);
        return events.get(0);
    }

    private static void assertEvent(EventRepresentation event, String type, String error, Route route, String user) {
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getError()).isEqualTo(error);
        assertThat(event.getClientId()).isEqualTo(route.clientId());
        assertThat(event.getUserId()).isEqualTo(user);
        assertThat(event.getIpAddress()).isEqualTo(TestServer.get().callersAddress());
        assertThat(event.getDetails()).containsEntry("legacy_login", route.shape());
        assertThat(event.getDetails().values()).doesNotContainAnyElementsOf(SECRETS);
    }
}
