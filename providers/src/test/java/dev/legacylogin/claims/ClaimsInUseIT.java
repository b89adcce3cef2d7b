package dev.legacylogin.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keycloak.representations.idm.EventRepresentation;

/** What a token is good for at Keycloak itself, it is good for with the claims of the origin. */
class ClaimsInUseIT {
    @AutoClose
    private static final TestRealm realm = ClaimsRealm.create("origin");

    private final TestUser user = ClaimsRealm.user(realm);

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void userInfoIntrospectionAndLogout(Route route) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, route);
        Answer login = own.password(user, "openid");
        String token = login.text("/access_token");
        assertOrigins(route, token);

        assertThat(own.userInfo(token).text("/preferred_username")).isEqualTo(user.username());
        assertThat(own.isActive(token)).isTrue();
        assertThat(own.introspect(token).path("username").textValue()).isEqualTo(user.username());
        assertThat(own.logout(login.text("/refresh_token")).status()).isEqualTo(204);
        assertThat(own.isActive(token)).isFalse();
        assertThat(own.userInfo(token).status()).isEqualTo(401);
    }

    /** The account API wants to be in the audience, which Passport's must not be. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void accountApi(Route route) {
        String token = Calls.accessToken(route, realm, user);
        Answer account = Http.get(realm.path("/account/"))
                .header("Accept", "application/json")
                .bearer(token)
                .send();

        assertOrigins(route, token);
        if (route == Route.PASSPORT) {
            assertThat(account.status()).isEqualTo(401);
        } else {
            assertThat(account.text("/username")).isEqualTo(user.username());
        }
    }

    /** Keycloak has the standard token exchange from 26.2 on. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void exchange(Route route) {
        String token = Calls.accessToken(route, realm, user);
        Answer exchange = OwnTokenEndpoint.of(realm, route).exchange(token);

        if (TestServer.get().isBefore(2)) {
            assertThat(exchange.text("/error")).isEqualTo("unsupported_grant_type");
        } else {
            String exchanged = exchange.text("/access_token");
            assertOrigins(route, exchanged);
            assertThat(Jwt.of(exchanged).text("sid")).isEqualTo(Jwt.of(token).text("sid"));
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void revocation(Route route) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, route);
        String token = Calls.accessToken(route, realm, user);

        assertThat(own.isActive(token)).isTrue();
        assertThat(own.revoke(token).status()).isEqualTo(200);
        assertThat(own.isActive(token)).isFalse();
    }

    /** A session without an end, of which the token has another type. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void offlineSession(Route route) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, route);
        Answer login = own.password(user, "openid offline_access");
        Answer refresh = own.refresh(login.text("/refresh_token"));

        for (Answer answer : List.of(login, refresh)) {
            String token = answer.text("/access_token");
            assertOrigins(route, token);
            assertThat(own.userInfo(token).status()).isEqualTo(200);
            assertThat(own.isActive(token)).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void eventsNameKeycloaksUser(Route route) {
        Answer login = Calls.right(route, realm, user).send();
        if (route.isRefreshed()) {
            ClaimsRealm.refreshed(route, realm, login);
        }

        assertThat(user.events())
                .extracting(event -> event.getType() + " " + event.getError())
                .containsExactlyElementsOf(
                        route.isRefreshed() ? List.of("REFRESH_TOKEN null", "LOGIN null") : List.of("LOGIN null"));
        assertThat(user.events())
                .extracting(EventRepresentation::getDetails)
                .extracting(details -> details.get("legacy_login"))
                .containsOnly(route.shape());
    }

    private static void assertOrigins(Route route, String token) {
        Map<Route, String> claim = Map.of(Route.POCKETBASE, "id", Route.SPHINX, "identifier");
        Jwt jwt = Jwt.of(token);
        assertThat(jwt.text(claim.getOrDefault(route, "sub")))
                .isEqualTo(route == Route.SPHINX ? jwt.text("preferred_username") : "37");
    }
}
