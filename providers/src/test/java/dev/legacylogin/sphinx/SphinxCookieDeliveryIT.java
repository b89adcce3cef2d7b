package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.Mappers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The refresh delivery {@code cookie}. */
class SphinxCookieDeliveryIT {

    private static final String ATTRIBUTES = "; Expires=<date>; HttpOnly; SameSite=Strict";

    @AutoClose
    private static TestRealm realm =
            TestRealm.forManyLogins(RealmChange.setting(SphinxPath.CLIENT, "refresh.delivery", "cookie"));

    @Test
    void loginSetsThemBesideTheDocumentedBody() {
        SphinxPath.loggedIn(SphinxPath.login(realm, "mysusername", "abcd1234"), "set-cookie", bothCookies());
    }

    @Test
    void cookiesHoldTheTokensOfTheBodyAndEndWithThem() {
        Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");

        assertThat(cookie(login, "access_token")).isEqualTo(SphinxPath.accessToken(login));
        assertThat(cookie(login, "refresh_token")).isEqualTo(SphinxPath.refreshToken(login));
        assertThat(expires(login, "access_token"))
                .isEqualTo(Jwt.of(SphinxPath.accessToken(login)).seconds("exp"));
        assertThat(expires(login, "refresh_token"))
                .isEqualTo(Jwt.of(SphinxPath.refreshToken(login)).seconds("exp"));
    }

    @Test
    void refreshTokenInTheCookieIsTakenAndReplaced() {
        String refreshToken = cookie(SphinxPath.login(realm, "mysusername", "abcd1234"), "refresh_token");
        for (int i = 0; i < 2; i++) {
            Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                    .header("Cookie", "other=1; refresh_token=" + refreshToken + "; access_token=x")
                    .form(Map.of())
                    .send();
            refreshed(answer);
            refreshToken = cookie(answer, "refresh_token");
        }
    }

    @Test
    void bodyGoesBeforeTheCookie() {
        Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Cookie", "refresh_token=junk")
                .json("{\"refresh_token\":\"%s\"}".formatted(SphinxPath.refreshToken(login)))
                .send();

        refreshed(answer);
    }

    /** Interceptors of old clients add what they have from before, or nothing at all. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer junk", "Bearer null", "Bearer undefined", "Bearer ", "Basic abc"})
    void theCookieGoesBeforeAStaleHeader(String stale) {
        Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Cookie", "refresh_token=" + SphinxPath.refreshToken(login))
                .header("Authorization", stale)
                .json("{}")
                .send();

        refreshed(answer);
    }

    /** Browsers send the one of the longest path first; another application of the host may have set the other. */
    @Test
    void ofTwoCookiesTheFirstCounts() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "mysusername", "abcd1234"));

        refreshed(withCookie("refresh_token=" + refreshToken + "; refresh_token=junk"));
        SphinxPath.invalidToken(withCookie("refresh_token=junk; refresh_token=" + refreshToken));
    }

    @Test
    void bearerIsTakenWithoutACookie() {
        Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .bearer(SphinxPath.refreshToken(login))
                .send();

        refreshed(answer);
    }

    /** The JDK's cookie store, which goes by RFC 6265 as a browser does. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/realms/%s"})
    void aCookieStoreSendsEachWhereItIsOfUse(String prefix) throws Exception {
        String base = "https://old.example.org" + prefix.formatted(realm.name());
        Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");
        CookieManager store = new CookieManager();

        store.put(URI.create(base + SphinxPath.LOGIN), login.headers().map());

        assertThat(sent(store, base + SphinxPath.REFRESH)).containsExactlyInAnyOrder("access_token", "refresh_token");
        assertThat(sent(store, base + "/v1/api/orders")).containsExactly("access_token");
        assertThat(sent(store, "https://old.example.org/")).containsExactly("access_token");
        assertThat(sent(store, "https://another.example.org/")).isEmpty();
    }

    private static List<String> sent(CookieManager store, String url) throws IOException {
        return store.get(URI.create(url), Map.of()).getOrDefault("Cookie", List.of()).stream()
                .map(cookie -> cookie.replaceFirst("=.*", ""))
                .toList();
    }

    @Test
    void badTokenInTheCookieIsRefusedAndSetsNone() {
        String accessToken = SphinxPath.accessToken(SphinxPath.login(realm, "mysusername", "abcd1234"));

        SphinxPath.invalidToken(withCookie("refresh_token=junk"));
        SphinxPath.invalidToken(withCookie("refresh_token=" + accessToken));
    }

    @Test
    void accessTokenCookieAloneIsNoToken() {
        SphinxPath.refreshFailed(withCookie("access_token=junk"), 400, "malformed", "Malformed request");
        SphinxPath.refreshFailed(withCookie("refresh_token="), 400, "malformed", "Malformed request");
    }

    @Test
    void foreignOriginIsRefusedInSpiteOfTheCookie() {
        String refreshToken = cookie(SphinxPath.login(realm, "mysusername", "abcd1234"), "refresh_token");

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Origin", "https://evil.example")
                .header("Cookie", "refresh_token=" + refreshToken)
                .send();

        SphinxPath.refreshFailed(answer, 403, "origin_not_allowed", "Origin not allowed");
    }

    /** Browsers drop longer ones, and proxies refuse the answer. */
    @Test
    void tokenThatIsTooLongForACookieIsNotSet() {
        ProtocolMapperRepresentation mapper = Mappers.of(
                "long",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "long",
                        "claim.value", "a".repeat(3000),
                        "jsonType.label", "String",
                        "access.token.claim", "true"));
        mappers().createMapper(mapper).close();
        try {
            Answer login = SphinxPath.login(realm, "mysusername", "abcd1234");
            SphinxPath.loggedIn(login, "set-cookie", refreshCookie());
            assertThat(SphinxPath.accessToken(login)).hasSizeGreaterThan(4096);

            Answer refresh = withCookie("refresh_token=" + cookie(login, "refresh_token"));
            Expect.json(refresh, 200, SphinxPath.OK, "set-cookie", refreshCookie());
        } finally {
            mappers().getMappers().stream()
                    .filter(candidate -> candidate.getName().equals("long"))
                    .forEach(candidate -> mappers().delete(candidate.getId()));
        }
    }

    @Test
    void failedLoginSetsNone() {
        SphinxPath.wrongCredentials(SphinxPath.login(realm, "nobody", "password"));
    }

    private static void refreshed(Answer answer) {
        Expect.json(answer, 200, SphinxPath.OK, "set-cookie", bothCookies());
    }

    private static Answer withCookie(String cookie) {
        return Http.post(realm.path(SphinxPath.REFRESH))
                .header("Cookie", cookie)
                .send();
    }

    private static ProtocolMappersResource mappers() {
        return Clients.mappers(realm, SphinxPath.CLIENT);
    }

    private static String bothCookies() {
        return "access_token=" + SphinxPath.ACCESS_TOKEN + "; Path=/" + ATTRIBUTES + "\n" + refreshCookie();
    }

    private static String refreshCookie() {
        return "refresh_token=" + SphinxPath.REFRESH_TOKEN + ATTRIBUTES;
    }

    private static String cookie(Answer answer, String name) {
        return setCookie(answer, name).replaceAll("^\\w+=([^;]*);.*", "$1");
    }

    private static long expires(Answer answer, String name) {
        String date = setCookie(answer, name).replaceAll(".*Expires=([^;]+);.*", "$1");
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond();
    }

    private static String setCookie(Answer answer, String name) {
        return answer.headers("Set-Cookie").stream()
                .filter(value -> value.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }
}
