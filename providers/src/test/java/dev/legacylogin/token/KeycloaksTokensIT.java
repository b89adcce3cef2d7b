package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** What the documented paths hand out are Keycloak's tokens of a Keycloak session, good wherever those are. */
@ExtendWith(ManyLogins.class)
class KeycloaksTokensIT {
    private static final TestRealm realm = ManyLogins.realm();

    @ParameterizedTest
    @EnumSource
    void theAccessTokenIsSignedByTheRealmForItsClientAndUser(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            JsonNode token = JsonWebKeys.verified(realm, accessToken(route, user));

            assertThat(token.path("iss").textValue()).isEqualTo(Calls.url("/realms/" + realm.name()));
            assertThat(token.path("typ").textValue()).isEqualTo("Bearer");
            assertThat(token.path("azp").textValue()).isEqualTo(route.clientId());
            assertThat(token.path("sub").textValue()).isEqualTo(user.id());
            assertThat(token.path("exp").longValue())
                    .isGreaterThan(Instant.now().getEpochSecond());
            assertThat(token.path("sid").textValue())
                    .isEqualTo(onlySession(user).getId());
        }
    }

    @ParameterizedTest
    @EnumSource
    void introspectionKnowsTheAccessToken(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            JsonNode answer = OwnTokenEndpoint.of(realm, route).introspect(accessToken(route, user));

            assertThat(answer.path("active").booleanValue()).isTrue();
            assertThat(answer.path("username").textValue()).isEqualTo(user.username());
            assertThat(answer.path("client_id").textValue()).isEqualTo(route.clientId());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSessionIsTheUsersAtTheClient(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            accessToken(route, user);

            UserSessionRepresentation session = onlySession(user);
            assertThat(session.getUsername()).isEqualTo(user.username());
            assertThat(session.getIpAddress()).isEqualTo(TestServer.get().callersAddress());
            assertThat(session.getClients().values()).containsExactly(route.clientId());
            assertThat(Clients.admin(realm, route.clientId()).getUserSessions(0, 1000))
                    .extracting(UserSessionRepresentation::getId)
                    .contains(session.getId());
        }
    }

    private static String accessToken(Route route, TestUser user) {
        return Calls.accessToken(route, Answers.granted(route, Calls.right(route, realm, user)));
    }

    private static UserSessionRepresentation onlySession(TestUser user) {
        List<UserSessionRepresentation> sessions = user.admin().getUserSessions();
        assertThat(sessions).hasSize(1);
        return sessions.get(0);
    }
}
