package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Clients;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Good tokens of Keycloak that were not issued for a login at {@code /api/auth/token}: none of them is renewed. */
@Tag("threat-16")
@Tag("threat-17")
@ResourceLock(TestRealm.DEMO)
class NomicForeignTokenIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(NomicForeignTokenIT::allowEveryGrant);

    private static final TestUser user = realm.createUser("a password");
    private static final OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, NomicPath.CLIENT);

    private final NomicPath path = NomicPath.of(realm);

    private static void allowEveryGrant(ObjectNode json) {
        ObjectNode client = RealmChange.client(json, NomicPath.CLIENT);
        client.put("serviceAccountsEnabled", true);
        RealmChange.mapper(client, "oidc-sub-mapper", Map.of("access.token.claim", "true"));
        RealmChange.attribute(client, "standard.token.exchange.enabled", "true");
        for (String clientId : List.of(NomicPath.CLIENT, Route.SPHINX.clientId())) {
            ObjectNode ofBrowser = RealmChange.client(json, clientId).put("standardFlowEnabled", true);
            ofBrowser.putArray("redirectUris").add(SingleSignOn.REDIRECT_URI);
        }
    }

    @Test
    void tokenOfThisClientIsRenewedWhereverItWasIssued() {
        String token = accessToken(own.password(user, "openid"));

        assertThat(own.userInfo(token).status()).isEqualTo(200);
        path.renewed(token);
    }

    static Stream<String> otherClients() {
        return Route.EACH_SHAPE.stream().filter(route -> route != Route.NOMIC).map(Route::clientId);
    }

    @ParameterizedTest
    @MethodSource("otherClients")
    void tokenOfAnotherClientIsRefused(String clientId) {
        OwnTokenEndpoint other = OwnTokenEndpoint.of(realm, clientId);
        String token = accessToken(other.password(user, "openid"));

        assertThat(other.userInfo(token).status()).isEqualTo(200);
        NomicPath.assertRefused(path.renew(token));
    }

    @Test
    void tokenOfAnotherClientOfTheSameSessionIsRefused() {
        SingleSignOn browser = new SingleSignOn(realm);
        String others = browser.logIn(Route.SPHINX.clientId(), user);
        String nomics = browser.goTo(NomicPath.CLIENT);

        assertThat(Jwt.of(others).text("sid")).isEqualTo(Jwt.of(nomics).text("sid"));
        NomicPath.assertRefused(path.renew(others));
        path.renewed(nomics);
    }

    @Test
    void tokenOfAnotherRealmIsRefused() {
        String token = path.loggedIn(user);

        path.renewed(token);
        NomicPath.assertRefused(NomicPath.of(TestRealm.demo()).renew(token));
        NomicPath.assertRefused(NomicPath.ROOT.renew(token));
    }

    @Test
    void idTokenAndRefreshTokenAreRefused() {
        JsonNode tokens = own.password(user, "openid").json();

        NomicPath.assertRefused(path.renew(tokens.path("id_token").textValue()));
        NomicPath.assertRefused(path.renew(tokens.path("refresh_token").textValue()));
        path.renewed(tokens.path("access_token").textValue());
    }

    @Test
    void tokenOfAnOfflineSessionIsRefused() {
        JsonNode tokens = own.password(user, "openid offline_access").json();

        assertThat(own.userInfo(tokens.path("access_token").textValue()).status())
                .isEqualTo(200);
        NomicPath.assertRefused(path.renew(tokens.path("access_token").textValue()));
        NomicPath.assertRefused(path.renew(tokens.path("refresh_token").textValue()));
        NomicPath.assertRefused(
                path.renew(accessToken(own.refresh(tokens.path("refresh_token").textValue()))));
        // without offline_access among its scopes, and on 26.0 with an online session of the same id beside
        NomicPath.assertRefused(
                path.renew(accessToken(own.refresh(tokens.path("refresh_token").textValue(), "openid email profile"))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tokenOfTheServiceAccountIsRefused(boolean withSession) {
        clientAttribute("client_credentials.use_refresh_token", String.valueOf(withSession));
        String token = accessToken(own.token(Map.of("grant_type", "client_credentials", "scope", "openid")));

        assertThat(Jwt.of(token).claims().has("sid")).isEqualTo(withSession);
        assertThat(own.userInfo(token).status()).isEqualTo(200);
        NomicPath.assertRefused(path.renew(token));
    }

    /** Keycloak has the standard token exchange from 26.2 on. */
    @Test
    void exchangedTokenIsRefused() {
        String presented = accessToken(own.password(user, "openid"));
        Answer exchange = own.exchange(presented);

        if (TestServer.get().isBefore(2)) {
            assertThat(exchange.text("/error")).isEqualTo("unsupported_grant_type");
        } else {
            String exchanged = accessToken(exchange);
            assertThat(Jwt.of(exchanged).text("sid"))
                    .isEqualTo(Jwt.of(presented).text("sid"));
            NomicPath.assertRefused(path.renew(exchanged));
        }
        path.renewed(presented);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lightweightTokenIsRefused(boolean withSubject) {
        mapSubject(withSubject);
        clientAttribute("client.use.lightweight.access.token.enabled", "true");
        try {
            String token = path.loggedIn(user);

            assertThat(Jwt.of(token).claims().has("email")).isFalse();
            assertThat(Jwt.of(token).claims().has("sub")).isEqualTo(withSubject);
            NomicPath.assertRefused(path.renew(token));
        } finally {
            clientAttribute("client.use.lightweight.access.token.enabled", "false");
        }
    }

    private static void mapSubject(boolean lightweight) {
        ProtocolMappersResource mappers = Clients.mappers(realm, NomicPath.CLIENT);
        ProtocolMapperRepresentation subject = mappers.getMappersPerProtocol("openid-connect").stream()
                .filter(mapper -> mapper.getProtocolMapper().equals("oidc-sub-mapper"))
                .findFirst()
                .orElseThrow();
        subject.getConfig().put("lightweight.claim", String.valueOf(lightweight));
        mappers.update(subject.getId(), subject);
    }

    private static void clientAttribute(String name, String value) {
        Clients.change(realm, NomicPath.CLIENT, client -> client.getAttributes().put(name, value));
    }

    private static String accessToken(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("/access_token");
    }
}
