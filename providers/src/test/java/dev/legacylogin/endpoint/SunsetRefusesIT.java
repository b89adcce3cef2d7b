package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.EventRepresentation;

/** After a sunset that refuses nobody gets a token at the documented paths, and the events say why. */
class SunsetRefusesIT {
    private static final String SUNSET = "Wed, 01 Jan 2025 00:00:00 GMT";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> {
        // by default Keycloak does not keep the latter
        RealmChange.events(json, "LOGIN_ERROR", "REFRESH_TOKEN_ERROR");
        Stream.of(Route.values())
                .forEach(route -> RealmChange.settings(json, route.clientId())
                        .put("sunset", "2025-01-01")
                        .put("refuse.after.sunset", "true"));
    });

    /** The paths that hand out tokens for tokens. */
    static Stream<Route> refreshes() {
        return Stream.of(Route.values())
                .filter(Route::isRefreshed)
                .map(Calls::refreshedAt)
                .distinct();
    }

    /** With names that exist, that do not, and that no user can have. */
    static Stream<Arguments> logins() {
        return Route.LOGINS.stream()
                .flatMap(route -> Stream.of("testuser", "nobody", "x".repeat(300))
                        .flatMap(name ->
                                Stream.of("password", "wrong").map(secret -> Arguments.of(route, name, secret))));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void nobodyLogsIn(Route route, String username, String password) {
        int before = realm.events().size();

        Answer answer = Calls.request(route, realm, username, password).send();

        assertRefused(answer, Failure.clientRefused(route, realm));
        List<EventRepresentation> events = realm.events();
        assertThat(events).hasSize(before + 1);
        Map<String, String> details = details(route);
        if (username.length() < 256) {
            details.put("username", username);
        }
        assertEvent(events.get(0), "LOGIN_ERROR", route, details);
    }

    @ParameterizedTest
    @MethodSource("refreshes")
    void nobodyRefreshes(Route route) {
        Failure failure = route.namesItsClient() ? Failure.clientRefused(route, "") : Failure.wrongToken(route);
        try (TestUser user = realm.createUser("a password")) {
            // Keycloak's own endpoint knows nothing of it
            var tokens = OwnTokenEndpoint.of(realm, route).password(user).json();
            String token = tokens.path(route.renews() ? "access_token" : "refresh_token")
                    .textValue();
            for (String presented : List.of(token, "nonsense", "x".repeat(5000))) {
                int before = realm.events().size();

                Answer answer = Calls.refresh(route, realm, presented).send();

                assertRefused(answer, failure);
                List<EventRepresentation> events = realm.events();
                assertThat(events).hasSize(before + 1);
                assertEvent(events.get(0), "REFRESH_TOKEN_ERROR", route, details(route));
            }
            assertThat(OwnTokenEndpoint.of(realm, route)
                            .refresh(tokens.path("refresh_token").textValue())
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void assertRefused(Answer answer, Failure failure) {
        Answers.assertFailure(answer, failure);
        assertThat(answer.headers("Sunset")).containsExactly(SUNSET);
    }

    private static void assertEvent(EventRepresentation event, String type, Route route, Map<String, String> details) {
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getError()).isEqualTo("legacy_login_sunset");
        assertThat(event.getClientId()).isEqualTo(route.clientId());
        assertThat(event.getUserId()).isNull();
        assertThat(event.getIpAddress()).isNotBlank();
        assertThat(event.getDetails()).isEqualTo(details);
    }

    private static Map<String, String> details(Route route) {
        return new HashMap<>(Map.of("legacy_login", route.shape(), "sunset", "2025-01-01"));
    }
}
