package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins at {@code /api/auth/login} that are granted. */
@ResourceLock(TestRealm.DEMO)
class PassportLoginIT {
    /** The page's data example to the last byte. */
    private static final String SAMPLE = """
            {
                "username": "mysusername",
                "password": "abcd1234",
                "client_id": "2",
                "client_secret": "kgnV4808hnphldXIYbmcxSSjgMUQTwIocNcXQBGg",
                "grant_type": "password"
            }
            """;

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    private static final TestUser user = realm.createUser("a password");
    private static final PassportPath path = PassportPath.of(realm);

    static Stream<PassportPath> belowTheRealmAndAtTheRoot() {
        return Stream.of(path, PassportPath.ROOT);
    }

    @ParameterizedTest
    @MethodSource("belowTheRealmAndAtTheRoot")
    void answersTheSampleOfThePage(PassportPath called) {
        Answer answer = called.login().json(SAMPLE).send();

        JsonNode pair = PassportPath.assertLoggedIn(
                answer,
                "{\"id\":37,\"code\":null,\"global_prefix\":null,\"role\":1,\"username\":\"mysusername\","
                        + "\"email\":\"zion70@example.org\",\"api_token\":null,\"first_name\":\"Larissa\","
                        + "\"last_name\":\"Keebler\",\"contact_number\":null,\"business_name\":null,"
                        + "\"business_address\":null,\"is_active\":1,\"created_at\":\"2019-05-03 13:20:29\","
                        + "\"updated_at\":\"" + PassportPath.updatedAt(answer) + "\"}");
        Jwt accessToken = Jwt.of(pair.path("access_token").textValue());
        assertThat(accessToken.text("preferred_username")).isEqualTo("mysusername");
        assertThat(accessToken.text("azp")).isEqualTo("2");
        Expect.lifetime(accessToken, 300);
        assertThat(Jwt.of(pair.path("refresh_token").textValue()).text("sid")).isEqualTo(accessToken.text("sid"));
    }

    @Test
    void formIsTakenAsJsonIs() {
        Answer answer =
                path.login().form(PassportPath.form(PassportPath.fields(user))).send();

        assertGranted(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-8",
                "Application/JSON",
                "text/plain;charset=UTF-8",
                "application/vnd.api+json"
            })
    void jsonIsTakenUnderTheContentTypesThatOldClientsSend(String contentType) {
        Answer answer = path.login()
                .header("Content-Type", contentType)
                .body(PassportPath.json(PassportPath.fields(user)))
                .send();

        assertGranted(answer);
    }

    @Test
    void jsonIsTakenWithoutContentType() {
        assertGranted(
                path.login().body(PassportPath.json(PassportPath.fields(user))).send());
    }

    @Test
    void clientIdMayBeANumber() {
        Map<String, Object> fields = PassportPath.fields(user);
        fields.put("client_id", 2);

        assertGranted(path.login(fields));
    }

    @ParameterizedTest
    @CsvSource({"scope,openid offline_access", "totp,123456", "client_assertion,x", "refresh_token,x", "code,x"})
    void fieldsThatThePageDoesNotHaveAreDropped(String name, String value) {
        Map<String, Object> fields = PassportPath.fields(user);
        fields.put(name, value);

        JsonNode pair = assertGranted(path.login(fields));
        assertThat(Jwt.of(pair.path("access_token").textValue()).scopes())
                .containsExactlyInAnyOrder("email", "profile");
    }

    @Test
    void passwordIsTakenAsItIs() {
        String password = " päss\"wörd\\ ✓ 😀 & + %41 = ";
        try (TestUser other = realm.createUser(password)) {
            assertThat(path.login(PassportPath.fields(other)).status()).isEqualTo(200);
            assertThat(path.login()
                            .form(PassportPath.form(PassportPath.fields(other)))
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    private static JsonNode assertGranted(Answer answer) {
        JsonNode shown = answer.json().path("logged_in_user");
        assertThat(shown.path("username").textValue()).isEqualTo(user.username());
        return PassportPath.assertLoggedIn(answer, shown.toString());
    }
}
