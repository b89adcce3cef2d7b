package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Refresh tokens of the documented paths and of Keycloak's own token endpoint are the same, for one client. */
@ExtendWith(ManyLogins.class)
class RefreshAtKeycloaksOwnIT {
    private static final TestRealm realm = ManyLogins.realm();

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_REFRESH_TOKEN")
    void oursIsGoodThere(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            Answer ours = Calls.right(route, realm, user).send();
            String session = sessionOf(Calls.accessToken(route, ours));

            Answer own = OwnTokenEndpoint.of(realm, route).refresh(Calls.refreshToken(route, ours));

            assertThat(own.status()).as(own.body()).isEqualTo(200);
            assertThat(sessionOf(own.text("/access_token"))).isEqualTo(session);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_REFRESH_TOKEN")
    void oursIsNoGoodForAnotherClientThere(Route route) {
        String another = route.clientId().equals("2") ? "legacy-fusio" : "2";
        try (TestUser user = realm.createUser("a password")) {
            Answer ours = Calls.right(route, realm, user).send();

            Answer own = OwnTokenEndpoint.of(realm, another).refresh(Calls.refreshToken(route, ours));

            assertThat(own.status()).isEqualTo(400);
            assertThat(own.text("/error")).isEqualTo("invalid_grant");
        }
    }

    @Test
    void thatOneIsGoodHere() {
        try (TestUser user = realm.createUser("a password")) {
            JsonNode own =
                    OwnTokenEndpoint.of(realm, "legacy-sphinx").password(user).json();
            String session = sessionOf(own.path("access_token").textValue());

            Answer ours = Answers.granted(Http.post(realm.path("/v1/api/auth/refresh"))
                    .json("{\"refresh_token\":\"" + own.path("refresh_token").textValue() + "\"}"));

            assertThat(sessionOf(Calls.accessToken(Route.SPHINX_REFRESH, ours))).isEqualTo(session);
        }
    }

    private static String sessionOf(String accessToken) {
        return JsonWebKeys.verified(realm, accessToken).path("sid").textValue();
    }
}
