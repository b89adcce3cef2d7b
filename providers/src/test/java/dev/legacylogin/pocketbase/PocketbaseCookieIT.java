package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The setting {@code cookie=true} of {@code /auth/login}: the cookie that the origin's own clients read. */
class PocketbaseCookieIT {

    private static final String ATTRIBUTES = "; Path=/; Expires=<date>; SameSite=Strict";

    @AutoClose
    private static final TestRealm realm = TestRealm.copy(RealmChange.setting(PocketbasePath.CLIENT, "cookie", "true")
            .andThen(RealmChange.anyAttribute())
            .andThen(RealmChange.userInfoMapper(
                    PocketbasePath.CLIENT,
                    "oidc-usermodel-attribute-mapper",
                    Map.of(
                            "claim.name", "long",
                            "user.attribute", "long",
                            "jsonType.label", "String",
                            "access.token.claim", "true"))));

    @Test
    void cookieHasTokenAndModel() {
        Answer answer = PocketbasePath.login(realm, "TestUser", "password");

        JsonNode body = answer.json();
        PocketbasePath.succeeded(
                answer,
                body.path("record").toString(),
                "set-cookie",
                Expect.shown("pb_auth=" + value(answer)) + ATTRIBUTES);
        assertThat(cookie(answer))
                .hasToString("{\"token\":%s,\"model\":%s}".formatted(body.path("token"), body.path("record")));
    }

    @Test
    void valueIsEncodedAsBrowsersDo() {
        try (TestUser user = realm.createUser("right")) {
            Answer answer = PocketbasePath.login(user.attributes(Map.of("avatar", "ž +;,\"%.png")));

            assertThat(value(answer))
                    .matches("[A-Za-z0-9%._*-]+")
                    .contains("%22avatar%22%3A%22%C5%BE%20%2B%3B%2C%5C%22%25.png%22");
        }
    }

    @Test
    void cookieEndsWithTheToken() {
        try (TestUser user = realm.createUser("right")) {
            Answer answer = PocketbasePath.login(user);

            String expires = answer.header("Set-Cookie").orElseThrow().replaceAll(".*Expires=([^;]+);.*", "$1");
            long seconds = ZonedDateTime.parse(expires, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toEpochSecond();
            assertThat(seconds).isEqualTo(Jwt.of(answer.text("/token")).seconds("exp"));
        }
    }

    @Test
    void longModelIsTrimmed() {
        try (TestUser user = realm.createUser("right")) {
            Answer answer = PocketbasePath.login(user.attributes(Map.of("token", "ž".repeat(1000), "legacy_id", "7")));

            assertThat(answer.header("Set-Cookie").orElseThrow().length()).isLessThan(4096);
            assertThat(answer.text("/record/token")).hasSize(1000);
            assertThat(cookie(answer)).hasToString("""
                            {"token":%1$s,"model":{"id":"7","email":"%2$s@example.org",\
                            "collectionId":"_pb_users_auth_","username":"%2$s","verified":true}}""".formatted(answer.json().path("token"), user.username()));
        }
    }

    @Test
    void modelIsLeftAwayWhereTheTokenLeavesNoRoom() {
        try (TestUser user = realm.createUser("right")) {
            Answer answer = PocketbasePath.login(
                    user.attributes(Map.of("long", "a".repeat(1900), "legacy_id", "ž".repeat(150))));

            assertThat(answer.header("Set-Cookie").orElseThrow().length()).isLessThan(4096);
            assertThat(cookie(answer))
                    .hasToString("{\"token\":%s,\"model\":null}"
                            .formatted(answer.json().path("token")));
        }
    }

    @Test
    void tokenThatIsTooLongIsInTheBodyOnly() {
        try (TestUser user = realm.createUser("right")) {
            // two bytes each in JSON, and plain: a claim with other letters would be left out
            Answer answer = PocketbasePath.login(user.attributes(Map.of("long", "\"".repeat(2000))));

            PocketbasePath.succeeded(answer, PocketbasePath.plainRecord(user));
            assertThat(answer.text("/token")).hasSizeGreaterThan(4096);
        }
    }

    @Test
    void failedLoginSetsNoCookie() {
        PocketbasePath.failed(PocketbasePath.login(realm, "nobody", "password"), realm, PocketbasePath.WRONG);
    }

    private static JsonNode cookie(Answer answer) {
        return Texts.json(URLDecoder.decode(value(answer), StandardCharsets.UTF_8));
    }

    private static String value(Answer answer) {
        return answer.header("Set-Cookie").orElseThrow().replaceAll("^pb_auth=([^;]*);.*", "$1");
    }
}
