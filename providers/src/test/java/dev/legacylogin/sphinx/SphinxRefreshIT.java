package dev.legacylogin.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /v1/api/auth/refresh} with the delivery {@code headers}, which is the default. */
@ResourceLock(TestRealm.DEMO)
class SphinxRefreshIT {

    private static final String ORIGIN = "http://localhost:3000";

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @Test
    void tokensComeInHeaders() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        Answer answer = SphinxPath.refresh(realm, refreshToken);

        refreshed(answer);
        Jwt accessToken = Jwt.of(answer.header("Authorization").orElseThrow().substring("Bearer ".length()));
        assertThat(accessToken.text("preferred_username")).isEqualTo("testuser");
        assertThat(accessToken.text("sid")).isEqualTo(Jwt.of(refreshToken).text("sid"));
        Expect.lifetime(accessToken, SphinxPath.ACCESS_TOKEN_LIFETIME);
    }

    @Test
    void newRefreshTokenIsGoodForTheNextRefresh() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));
        for (int i = 0; i < 3; i++) {
            Answer answer = SphinxPath.refresh(realm, refreshToken);
            refreshed(answer);
            refreshToken = answer.header("X-Refresh-Token").orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void tokenMayBeTheBearerWithoutABody(String scheme) {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Authorization", scheme + refreshToken)
                .form(Map.of())
                .send();

        refreshed(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh_token\":null}", "{\"refresh_token\":\"\"}", "{\"refresh_token\":5}"})
    void tokenMayBeTheBearerBesideABodyWithoutOne(String body) {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        refreshed(Http.post(realm.path(SphinxPath.REFRESH))
                .bearer(refreshToken)
                .json(body)
                .send());
    }

    @Test
    void bodyGoesBeforeTheBearer() {
        Answer login = SphinxPath.login(realm, "TestUser", "password");

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .bearer(SphinxPath.accessToken(login))
                .json("{\"refresh_token\":\"%s\"}".formatted(SphinxPath.refreshToken(login)))
                .send();

        refreshed(answer);
    }

    @Test
    void refreshTokenOfKeycloaksOwnEndpointIsGood() {
        refreshed(SphinxPath.refresh(
                realm, OwnTokenEndpoint.of(realm, SphinxPath.CLIENT).refreshToken("TestUser", "password")));
    }

    @Test
    void refreshTokenIsGoodAtKeycloaksOwnEndpoint() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        assertThat(OwnTokenEndpoint.of(realm, SphinxPath.CLIENT)
                        .refresh(refreshToken)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void scriptsOfAnAllowedOriginMayReadTheHeaders() {
        String refreshToken = SphinxPath.refreshToken(SphinxPath.login(realm, "TestUser", "password"));

        Answer answer = Http.post(realm.path(SphinxPath.REFRESH))
                .header("Origin", ORIGIN)
                .json("{\"refresh_token\":\"%s\"}".formatted(refreshToken))
                .send();

        refreshed(answer, SphinxPath.readable(ORIGIN));
    }

    @Test
    void rootPathAnswersTheSame() {
        TestRealm demo = TestRealm.demo();
        try (TestUser user = demo.createUser("right")) {
            refreshed(Http.post(SphinxPath.REFRESH)
                    .json("{\"refresh_token\":\"%s\"}".formatted(SphinxPath.refreshToken(SphinxPath.login(user))))
                    .send());
        }
    }

    private static void refreshed(Answer answer, String... cors) {
        Stream<String> tokens = Stream.of(
                "authorization", "Bearer " + SphinxPath.ACCESS_TOKEN, "x-refresh-token", SphinxPath.REFRESH_TOKEN);
        Expect.json(
                answer,
                200,
                SphinxPath.OK,
                Stream.concat(tokens, Stream.of(cors)).toArray(String[]::new));
    }
}
