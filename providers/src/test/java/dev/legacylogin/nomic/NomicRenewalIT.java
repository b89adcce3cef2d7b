package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.AsDescribed;
import dev.legacylogin.Await;
import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A renewal with a Bearer header at {@code /api/auth/token}. */
@ResourceLock(TestRealm.DEMO)
class NomicRenewalIT {
    @AutoClose
    private static final TestRealm realm =
            TestRealm.forManyLogins(json -> RealmChange.events(json, "LOGIN", "REFRESH_TOKEN"));

    private static final TestUser user = realm.createUser("a password");

    private final NomicPath path = NomicPath.of(realm);

    @Test
    void tokenIsFreshAndForTheSameUserSessionAndScopes() {
        int sessions = user.admin().getUserSessions().size();
        String first = path.loggedIn(user);
        Await.untilAfter(Jwt.of(first).seconds("iat"));
        String second = path.renewed(first);

        assertRenewed(first, second);
        assertThat(Jwt.of(second).text("sub")).isEqualTo(user.id());
        assertThat(Jwt.of(second).seconds("iat")).isGreaterThan(Jwt.of(first).seconds("iat"));
        Expect.lifetime(Jwt.of(second), 7200);
        assertThat(user.admin().getUserSessions()).hasSize(sessions + 1);
    }

    @Test
    void renewalLeavesAnEventOfThisShape() {
        String sid = Jwt.of(path.renewed(path.loggedIn(user))).text("sid");

        assertThat(user.events())
                .filteredOn(event -> sid.equals(event.getSessionId()) && !"LOGIN".equals(event.getType()))
                .hasSize(1)
                .allSatisfy(event -> {
                    assertThat(event.getType()).isEqualTo("REFRESH_TOKEN");
                    assertThat(event.getClientId()).isEqualTo(NomicPath.CLIENT);
                    assertThat(event.getDetails()).containsEntry("legacy_login", AsDescribed.name("nomic"));
                });
    }

    @Test
    void presentedTokenStaysGood() {
        String first = path.loggedIn(user);

        assertRenewed(first, path.renewed(first));
        assertRenewed(first, path.renewed(first));
        assertRenewed(first, path.renewed(path.renewed(first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void schemeIsTakenInAnyCase(String scheme) {
        String first = path.loggedIn(user);

        assertRenewed(first, NomicPath.assertGranted(path.authorized(scheme + first)));
    }

    @Test
    void rootPathAndRealmPathRenewEachOthersTokens() {
        TestRealm demo = TestRealm.demo();
        try (TestUser other = demo.createUser("a password")) {
            String first = NomicPath.ROOT.loggedIn(other);
            String second = NomicPath.of(demo).renewed(first);
            String third = NomicPath.ROOT.renewed(second);

            assertRenewed(first, second);
            assertRenewed(second, third);
        }
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void publicAndConfidentialClientsRenewWithAndWithoutRevocationOfRefreshTokens(boolean open, boolean revoke) {
        Clients.change(realm, NomicPath.CLIENT, client -> client.setPublicClient(open));
        revokeRefreshTokens(revoke);

        String token = path.loggedIn(user);
        for (int i = 0; i < 5; i++) {
            String next = path.renewed(token);
            assertRenewed(token, next);
            token = next;
        }
    }

    @Test
    void renewalsLeaveARefreshTokenOfTheSameSessionGood() {
        revokeRefreshTokens(true);
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, NomicPath.CLIENT);
        JsonNode tokens = own.password(user, "openid").json();
        String refreshToken = tokens.path("refresh_token").textValue();

        String accessToken = tokens.path("access_token").textValue();
        for (int i = 0; i < 3; i++) {
            accessToken = path.renewed(accessToken);
        }

        assertThat(own.refresh(refreshToken).status()).isEqualTo(200);
        assertThat(own.refresh(refreshToken).text("/error")).isEqualTo("invalid_grant");
    }

    private static void revokeRefreshTokens(boolean revoke) {
        realm.change(settings -> {
            settings.setRevokeRefreshToken(revoke);
            settings.setRefreshTokenMaxReuse(0);
        });
    }

    private static void assertRenewed(String presented, String renewed) {
        Jwt before = Jwt.of(presented);
        Jwt after = Jwt.of(renewed);
        assertThat(before.text("sid")).isNotEmpty();
        assertThat(after.lastingClaims()).isEqualTo(before.lastingClaims());
        assertThat(after.scopes()).isEqualTo(before.scopes());
        assertThat(after.text("jti")).isNotEqualTo(before.text("jti"));
    }
}
