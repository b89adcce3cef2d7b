package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a refresh token may be is said by Keycloak alone, with the option that it has from 26.6 on. */
class LongRefreshTokenIT {
    private static final List<Route> REFRESHED = List.of(Route.FUSIO, Route.PASSPORT, Route.OAUTH, Route.SPHINX);
    private static final int NAME = 240;

    @ParameterizedTest
    @CsvSource({"16, 5000, 8000", "28, 8001, 12000"})
    void isTakenWhereKeycloaksOwnEndpointTakesIt(int scopes, int atLeast, int atMost) {
        try (TestRealm realm = realm(scopes);
                TestUser user = realm.createUser("a password")) {
            for (Route route : REFRESHED) {
                String token = Calls.refreshToken(route, realm, user);
                String ownToken = OwnTokenEndpoint.of(realm, route).refreshToken(user);
                assertThat(token.length()).isBetween(atLeast, atMost);
                boolean taken =
                        OwnTokenEndpoint.of(realm, route).refresh(ownToken).status() == 200;

                Answer answer = Calls.refresh(route, realm, token).send();

                if (atMost == 8000) {
                    assertThat(taken).isTrue();
                }
                if (taken) {
                    Answers.assertGranted(Calls.refreshedAt(route), answer);
                } else {
                    Answers.assertFailure(answer, Failure.wrongToken(route));
                }
            }
        }
    }

    /** With so many client scopes by default, whose names are in the token. */
    private static TestRealm realm(int scopes) {
        TestRealm realm = TestRealm.forManyLogins(
                json -> RealmChange.settings(json, "legacy-fusio").put("response", "extended"));
        for (int i = 0; i < scopes; i++) {
            String scope = Clients.addScope(realm, "scope-" + i + "-" + "x".repeat(NAME), it -> {});
            REFRESHED.forEach(route -> Clients.admin(realm, route.clientId()).addDefaultClientScope(scope));
        }
        return realm;
    }
}
