package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Clients;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.resource.ClientResource;

/** Renewals at {@code /api/auth/token} give the scopes and the audience of the presented token, and never more. */
@Tag("threat-18")
class NomicScopeIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(
            json -> RealmChange.addItselfToTheAudience(RealmChange.client(json, NomicPath.CLIENT)));

    private static final TestUser user = realm.createUser("a password");
    private static final OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, NomicPath.CLIENT);

    private final NomicPath path = NomicPath.of(realm);

    @ParameterizedTest
    @CsvSource({
        "'', email profile",
        "openid, openid email profile",
        "openid phone address, openid email profile phone address",
        "microprofile-jwt, email profile microprofile-jwt"
    })
    void scopesAndAudienceStayAsPresentedOverManyRenewals(String requested, String granted) {
        String first = own.password(user, requested).text("/access_token");
        assertThat(Jwt.of(first).scopes()).containsExactlyInAnyOrder(granted.split(" "));

        String token = first;
        for (int i = 0; i < 20; i++) {
            token = path.renewed(token);
            assertThat(Jwt.of(token).scopes()).containsExactlyInAnyOrder(granted.split(" "));
        }
        assertThat(Jwt.of(token).text("aud")).isEqualTo(NomicPath.CLIENT);
        assertThat(Jwt.of(token).lastingClaims()).isEqualTo(Jwt.of(first).lastingClaims());
    }

    @Test
    void tokenOfFewerScopesThanItsSessionHasStaysNarrow() {
        JsonNode wide = own.password(user, "openid phone").json();
        JsonNode narrow = own.token(Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", wide.path("refresh_token").textValue(),
                        "scope", "openid email profile"))
                .json();
        String presented = narrow.path("access_token").textValue();
        assertThat(Jwt.of(presented).scopes()).containsExactlyInAnyOrder("openid", "email", "profile");

        assertThat(Jwt.of(path.renewed(presented)).scopes()).containsExactlyInAnyOrder("openid", "email", "profile");
    }

    /** A default scope, which the administrator gives to every token of the client. Optional ones never come by themselves. */
    @Test
    void scopeThatTheClientGetsLaterComesAsInKeycloaksOwnRefresh() {
        JsonNode tokens = own.password(user, "").json();
        ClientResource client = Clients.admin(realm, NomicPath.CLIENT);
        String scope = Clients.addScope(
                realm, "later", later -> later.setAttributes(Map.of("include.in.token.scope", "true")));
        client.addOptionalClientScope(scope);
        assertThat(renewedAndRefreshed(tokens)).containsExactlyInAnyOrder("email", "profile");

        client.removeOptionalClientScope(scope);
        client.addDefaultClientScope(scope);
        assertThat(renewedAndRefreshed(tokens)).containsExactlyInAnyOrder("email", "profile", "later");

        client.removeDefaultClientScope(scope);
        assertThat(renewedAndRefreshed(tokens)).containsExactlyInAnyOrder("email", "profile");
    }

    private Set<String> renewedAndRefreshed(JsonNode tokens) {
        String renewed = path.renewed(tokens.path("access_token").textValue());
        JsonNode refreshed =
                own.refresh(tokens.path("refresh_token").textValue()).json();
        assertThat(Jwt.of(renewed).scopes())
                .isEqualTo(Jwt.of(refreshed.path("access_token").textValue()).scopes());
        return Jwt.of(renewed).scopes();
    }

    @Test
    void renewedTokenIsGoodAtKeycloaksOwnEndpoints() {
        String token = path.renewed(own.password(user, "openid").text("/access_token"));

        Answer userInfo = own.userInfo(token);
        assertThat(userInfo.status()).isEqualTo(200);
        assertThat(userInfo.text("/sub")).isEqualTo(user.id());
        assertThat(userInfo.text("/preferred_username")).isEqualTo(user.username());

        JsonNode introspection = own.introspect(token);
        assertThat(introspection.path("active").booleanValue()).isTrue();
        assertThat(introspection.path("sub").textValue()).isEqualTo(user.id());
        assertThat(introspection.path("sid").textValue())
                .isEqualTo(Jwt.of(token).text("sid"));
    }
}
