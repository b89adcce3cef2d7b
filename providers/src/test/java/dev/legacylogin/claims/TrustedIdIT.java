package dev.legacylogin.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Jwt;
import dev.legacylogin.Mappers;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Whose token says that it is whose. */
class TrustedIdIT {
    @AutoClose
    private static final TestRealm realm = ClaimsRealm.create("origin");

    private final TestUser user = ClaimsRealm.user(realm);

    static List<Route> withSubject() {
        return List.of(Route.FUSIO, Route.NOMIC, Route.PASSPORT);
    }

    @ParameterizedTest
    @MethodSource("withSubject")
    void idThatUsersMayWriteThemselvesIsNotBelieved(Route route) {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.getAttribute("legacy_id").getPermissions().getEdit().add("user");
        try {
            realm.admin().users().userProfile().update(profile);

            assertThat(Jwt.of(Calls.accessToken(route, realm, user)).text("sub"))
                    .isEqualTo(user.id());
        } finally {
            profile.getAttribute("legacy_id").getPermissions().getEdit().remove("user");
            realm.admin().users().userProfile().update(profile);
        }
        assertThat(Jwt.of(Calls.accessToken(route, realm, user)).text("sub")).isEqualTo("37");
    }

    @ParameterizedTest
    @MethodSource("withSubject")
    void claimOfUserInfoCountsAsInTheAnswers(Route route) {
        try (TestRealm other = TestRealm.forManyLogins(json -> {
                    RealmChange.anyAttribute().accept(json);
                    RealmChange.setting(route.clientId(), "claims", "origin").accept(json);
                    RealmChange.attributeClaim(route.clientId(), "legacy_id", "number", "String")
                            .accept(json);
                });
                TestUser his = other.createUser("a password").attributes(Map.of("legacy_id", "37", "number", "41"))) {
            assertThat(Jwt.of(Calls.accessToken(route, other, his)).text("sub")).isEqualTo("41");
        }
    }

    /** A session that does not last is not looked for by its id but by the user's. */
    @Test
    void serviceAccountKeepsItsSubject() {
        Clients.change(realm, "2", client -> client.setServiceAccountsEnabled(true));
        String id = Clients.admin(realm, "2").getServiceAccountUser().getId();
        realm.admin()
                .users()
                .get(id)
                .update(realm.admin().users().get(id).toRepresentation().singleAttribute("legacy_id", "38"));
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, "2");
        String token = own.token(Map.of("grant_type", "client_credentials")).text("/access_token");

        assertThat(Jwt.of(token).text("sub")).isEqualTo(id);
        assertThat(own.isActive(token)).isTrue();
    }

    @Test
    void tokensOfOtherClientsStayKeycloaks() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("another");
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        realm.admin().clients().create(client).close();

        Jwt token = Jwt.of(OwnTokenEndpoint.of(realm, "another").password(user).text("/access_token"));

        assertThat(token.text("sub")).isEqualTo(user.id());
    }

    /** An import may bring the form to one, where it does nothing. */
    @Test
    void formOfAClientScopeChangesNoToken() {
        try (TestRealm other = TestRealm.forManyLogins(json -> {
                    var scope = json.withArray("clientScopes").addObject();
                    scope.put("name", "with-a-form").put("protocol", "openid-connect");
                    RealmChange.mapper(scope, "legacy-login-passport", Map.of("claims", "origin"));
                });
                TestUser his = other.createUser("a password").attributes(Map.of("legacy_id", "37"))) {
            Clients.admin(other, "2").addDefaultClientScope(Clients.scopeId(other, "with-a-form"));

            Jwt token = Jwt.of(Calls.accessToken(Route.PASSPORT, other, his));
            assertThat(token.scopes()).contains("with-a-form");
            assertThat(token.claims().has("scopes")).isFalse();
            assertThat(token.text("sub")).isNotEqualTo("37");
        }
    }

    /** Whatever else a client maps: the form's claims are the last ones, and there once. */
    @Test
    void otherMappersComeBefore() {
        try (TestRealm other = ClaimsRealm.create("origin");
                TestUser his = ClaimsRealm.user(other)) {
            var mappers = Clients.mappers(other, Route.PASSPORT.clientId());
            mappers.createMapper(List.of(
                    Mappers.of(
                            "subject",
                            "oidc-hardcoded-claim-mapper",
                            Map.of("claim.name", "sub", "claim.value", "other", "access.token.claim", "true")),
                    Mappers.of(
                            "scopes",
                            "oidc-hardcoded-claim-mapper",
                            Map.of("claim.name", "scopes", "claim.value", "all", "access.token.claim", "true"))));

            String token = Calls.accessToken(Route.PASSPORT, other, his);

            assertThat(Jwt.of(token).text("sub")).isEqualTo("37");
            assertThat(Jwt.of(token).claims().path("scopes").isArray()).isTrue();
            assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                    .containsOnlyOnce("\"sub\":")
                    .containsOnlyOnce("\"nbf\":")
                    .containsOnlyOnce("\"aud\":");
        }
    }

    /** They are what the old backend reads, and few. */
    @Test
    void lightweightTokensHaveThemToo() {
        Clients.change(
                realm,
                Route.SPHINX.clientId(),
                client -> client.getAttributes().put("client.use.lightweight.access.token.enabled", "true"));
        Jwt token = Jwt.of(Calls.accessToken(Route.SPHINX, realm, user));

        assertThat(token.claims().has("email")).isFalse();
        assertThat(token.text("identifier")).isEqualTo(user.username());
        assertThat(token.claims().path("attributes").path("role").textValue()).isEqualTo("100");
    }
}
