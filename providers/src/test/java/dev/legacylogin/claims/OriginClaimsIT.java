package dev.legacylogin.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the setting "Claims" does to access tokens, and that it does nothing else. */
class OriginClaimsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NONE = Map.of();

    @AutoClose
    private static final TestRealm realm = ClaimsRealm.create("keycloak", RealmChange.anyAttribute());

    private final TestUser user = ClaimsRealm.user(realm);

    static Stream<Route> refreshed() {
        return Route.LOGINS.stream().filter(Route::isRefreshed);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void settingItInTheConsoleChangesTheNextTokenAndNothingElse(Route route) {
        ClaimsRealm.set(realm, route, "keycloak");
        Answer before = Calls.right(route, realm, user).send();
        ClaimsRealm.set(realm, route, "origin");
        Answer with = Calls.right(route, realm, user).send();
        ClaimsRealm.set(realm, route, "keycloak");
        Answer after = Calls.right(route, realm, user).send();

        for (Answer answer : List.of(with, after)) {
            assertThat(answer.status()).isEqualTo(before.status());
            assertThat(answer.headers().map().keySet())
                    .isEqualTo(before.headers().map().keySet());
            assertThat(shown(answer)).isEqualTo(shown(before));
        }
        ObjectNode keycloaks = claims(route, before);
        assertThat(claims(route, after)).isEqualTo(keycloaks);
        assertThat(claims(route, with)).isEqualTo(changed(keycloaks, route, user.username()));
    }

    /** Without the remaining seconds: Keycloak counts those that its own work took. */
    private static String shown(Answer answer) {
        return Expect.shown(answer.body()).replaceAll("(expires_in\":\"?)[0-9]+", "$1…");
    }

    @ParameterizedTest
    @MethodSource("refreshed")
    void refreshedAndRenewedTokensHaveThemToo(Route route) {
        ClaimsRealm.set(realm, route, "origin");
        Answer login = Calls.right(route, realm, user).send();
        Answer refresh = ClaimsRealm.refreshed(route, realm, login);
        Route next = Calls.refreshedAt(route);
        Answer again = ClaimsRealm.refreshed(next, realm, refresh);

        ObjectNode claims = claims(route, login);
        assertThat(claims).isEqualTo(changed(claims, route, user.username()));
        assertThat(claims(next, refresh)).isEqualTo(claims);
        assertThat(claims(next, again)).isEqualTo(claims);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void keycloaksOwnEndpointHasThemToo(Route route) {
        ClaimsRealm.set(realm, route, "origin");
        ObjectNode claims = claims(route, Calls.right(route, realm, user).send());
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, route);
        Answer login = own.password(user);

        for (Answer answer : List.of(login, own.refresh(login.text("/refresh_token")))) {
            assertThat(lasting(answer.text("/access_token"))).isEqualTo(claims);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void idTokenAndUserInfoStayKeycloaks(Route route) {
        ClaimsRealm.set(realm, route, "origin");
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, route);
        Answer login = own.password(user, "openid");

        assertThat(Jwt.of(login.text("/id_token")).text("sub")).isEqualTo(user.id());
        assertThat(Jwt.of(login.text("/id_token")).claims().has("type")).isFalse();
        assertThat(own.userInfo(login.text("/access_token")).text("/sub")).isEqualTo(user.id());
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void userWithoutLegacyIdKeepsKeycloaks(Route route) {
        ClaimsRealm.set(realm, route, "origin");
        user.attributes(NONE);
        Jwt token = Jwt.of(Calls.accessToken(route, realm, user));

        assertThat(token.text("sub")).isEqualTo(user.id());
        if (route == Route.POCKETBASE) {
            assertThat(token.text("id")).isEqualTo(user.id());
        }
        if (route == Route.SPHINX) {
            assertThat(token.claims().path("attributes")).isEqualTo(JSON.createObjectNode());
        }
    }

    /** Passport's is an integer, and nomic's one of 32 bits. */
    @ParameterizedTest
    @CsvSource({
        "FUSIO, k7p2, k7p2",
        "PASSPORT, k7p2,",
        "PASSPORT, 2147483648, 2147483648",
        "PASSPORT, 37.0, 37",
        "NOMIC, k7p2,",
        "NOMIC, 2147483647, 2147483647",
        "NOMIC, 2147483648,"
    })
    void idThatTheOriginCannotHaveHadDoesNotCount(Route route, String id, String subject) {
        ClaimsRealm.set(realm, route, "origin");
        user.attributes(Map.of("legacy_id", id));

        assertThat(Jwt.of(Calls.accessToken(route, realm, user)).text("sub"))
                .isEqualTo(subject == null ? user.id() : subject);
    }

    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "SPHINX"})
    void nameIsTheOneOfTheOldSystem(Route route) {
        ClaimsRealm.set(realm, route, "origin");
        user.attributes(Map.of("legacy_username", "RooseveltSmitham"));
        Jwt token = Jwt.of(Calls.accessToken(route, realm, user));

        assertThat(token.text(route == Route.FUSIO ? "name" : "identifier")).isEqualTo("RooseveltSmitham");
    }

    @Test
    void pocketbasesTypeIsASetting() {
        ClaimsRealm.set(realm, Route.POCKETBASE, "origin");
        Map<String, String> before = Clients.set(realm, Route.POCKETBASE.clientId(), Map.of("token.type", "auth"));
        try {
            user.attributes(Map.of("legacy_id", "k7p2x9m4q1w8z3b", "collectionId", "pbc_1"));
            Jwt token = Jwt.of(Calls.accessToken(Route.POCKETBASE, realm, user));

            assertThat(token.claims().deepCopy().retain("id", "type", "collectionId"))
                    .isEqualTo(json("{'id':'k7p2x9m4q1w8z3b','type':'auth','collectionId':'pbc_1'}"));
        } finally {
            Clients.set(realm, Route.POCKETBASE.clientId(), before);
        }
    }

    private static ObjectNode claims(Route route, Answer answer) {
        return lasting(Calls.accessToken(route, answer));
    }

    private static ObjectNode lasting(String token) {
        Jwt jwt = Jwt.of(token);
        ObjectNode claims = jwt.lastingClaims();
        claims.remove("sid");
        if (claims.has("nbf")) {
            claims.put("nbf", Math.toIntExact(jwt.seconds("nbf") - jwt.seconds("iat")));
        }
        if (claims.has("scopes")) { // in any order, as those in "scope"
            assertThat(claims.remove("scopes"))
                    .extracting(scope -> scope.textValue())
                    .containsExactlyInAnyOrderElementsOf(jwt.scopes());
            claims.putArray("scopes");
        }
        return claims;
    }

    /** Keycloak's claims with those of the origin. */
    private static ObjectNode changed(ObjectNode keycloaks, Route route, String username) {
        String issuer = keycloaks.path("iss").textValue();
        ObjectNode claims = keycloaks.deepCopy();
        claims.setAll(json(
                switch (route) {
                    case FUSIO -> "{'name':'%1$s','sub':'37','preferred_username':'%1$s'}".formatted(username);
                    case POCKETBASE -> "{'id':'37','type':'authRecord','collectionId':'_pb_users_auth_'}";
                    case NOMIC ->
                        "{'sub':'37','aud':['legacy-nomic','account','%s','NomicGameManager.Api']}".formatted(issuer);
                    case PASSPORT, OAUTH -> "{'sub':'37','aud':'2','nbf':-60,'scopes':[]}";
                    case SPHINX, SPHINX_REFRESH ->
                        "{'identifier':'%s','attributes':{'role':'100'}}".formatted(username);
                }));
        return claims;
    }

    private static ObjectNode json(String text) {
        return Texts.json(text.replace('\'', '"'));
    }
}
