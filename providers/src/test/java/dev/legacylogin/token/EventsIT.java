package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.EventRepresentation;

/** Every login, refresh and renewal leaves Keycloak's own event, which names the shape. */
class EventsIT {
    private static final Set<String> SECRETS = Set.of("a password", "a wrong password", Calls.SECRET, "junk");

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(
            json -> RealmChange.events(json, "LOGIN", "LOGIN_ERROR", "REFRESH_TOKEN", "REFRESH_TOKEN_ERROR"));

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void ofALogin(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Answers.granted(route, Calls.right(route, realm, user));

            assertThat(assertGranted(user, 1, "LOGIN", route).getDetails())
                    .containsEntry("username", user.username())
                    .containsEntry("grant_type", "password");
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void ofAFailedLogin(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Calls.request(route, realm, user.username(), "a wrong password").send();

            EventRepresentation event = onlyNewest(user.events(), 1);
            assertEvent(event, "LOGIN_ERROR", "invalid_user_credentials", route, user.id());
            assertThat(event.getDetails()).containsEntry("username", user.username());
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void ofALoginOfNobody(Route route) {
        int before = realm.events().size();

        Calls.request(route, realm, "nobody-" + route.ordinal(), "a wrong password")
                .send();

        EventRepresentation event = onlyNewest(realm.events(), before + 1);
        assertEvent(event, "LOGIN_ERROR", "user_not_found", route, null);
        assertThat(event.getDetails()).containsEntry("username", "nobody-" + route.ordinal());
    }

    /** Where a refresh token is sent to. */
    static Stream<Route> refreshes() {
        return Route.WITH_REFRESH_TOKEN.stream().map(Calls::refreshedAt).distinct();
    }

    @ParameterizedTest
    @MethodSource("refreshes")
    void ofARefresh(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token = OwnTokenEndpoint.of(realm, route).refreshToken(user);

            Answers.granted(Calls.refresh(route, realm, token));

            assertGranted(user, 2, "REFRESH_TOKEN", route);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#RENEWING")
    void ofARenewal(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Answers.granted(route, Calls.refresh(route, realm, Calls.accessToken(route, realm, user)));

            assertGranted(user, 2, "REFRESH_TOKEN", route);
        }
    }

    static Stream<Route> refreshesAndRenewals() {
        return Stream.concat(refreshes(), Route.RENEWING.stream());
    }

    @ParameterizedTest
    @MethodSource("refreshesAndRenewals")
    void ofAFailedRefreshOrRenewal(Route route) {
        int before = realm.events().size();

        Answers.assertFailure(Calls.refresh(route, realm, "junk").send(), Failure.wrongToken(route));

        assertEvent(onlyNewest(realm.events(), before + 1), "REFRESH_TOKEN_ERROR", "invalid_token", route, null);
    }

    /** The newest of so many, of the user's session. */
    private static EventRepresentation assertGranted(TestUser user, int all, String type, Route route) {
        EventRepresentation event = onlyNewest(user.events(), all);
        assertEvent(event, type, null, route, user.id());
        assertThat(event.getSessionId())
                .isEqualTo(user.admin().getUserSessions().get(0).getId());
        return event;
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
