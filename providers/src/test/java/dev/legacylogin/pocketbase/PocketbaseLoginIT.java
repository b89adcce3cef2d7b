package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /auth/login} answers as wanderer documents it. */
@ResourceLock(TestRealm.DEMO)
class PocketbaseLoginIT {

    private static final TestRealm DEMO = TestRealm.demo();

    @Test
    void demoUserWithEveryField() {
        Answer answer = PocketbasePath.login(DEMO, "TestUser", "password");

        PocketbasePath.succeeded(answer, """
                {"avatar":"portrait.png","collectionId":"_pb_users_auth_","collectionName":"users",\
                "created":"2024-01-26 15:05:23.262Z","email":"testuser@example.org","emailVisibility":true,\
                "id":"k7p2x9m4q1w8z3b","language":"de","location":{"lat":50.0755,"lon":14.4378,"name":"Prague"},\
                "token":"demo-search-token","unit":"metric","updated":"<updated>","username":"testuser",\
                "verified":true}""");
    }

    @Test
    void demoUserWithSomeFields() {
        Answer answer = PocketbasePath.login(DEMO, "mysusername", "abcd1234");

        PocketbasePath.succeeded(answer, """
                {"avatar":"","collectionId":"_pb_users_auth_","collectionName":"users",\
                "created":"2019-05-03 13:20:29.000Z","email":"zion70@example.org","emailVisibility":false,"id":"37",\
                "language":"en","location":null,"token":"","unit":"metric","updated":"<updated>",\
                "username":"mysusername","verified":true}""");
    }

    @Test
    void newUserWithoutFields() {
        try (TestUser user = DEMO.createUser("right")) {
            PocketbasePath.succeeded(PocketbasePath.login(user), PocketbasePath.plainRecord(user));
        }
    }

    @Test
    void tokenIsTheUsersAccessToken() {
        try (TestUser user = DEMO.createUser("right")) {
            Jwt token = Jwt.of(PocketbasePath.login(user).text("/token"));

            assertThat(token.text("sub")).isEqualTo(user.id());
            assertThat(token.text("preferred_username")).isEqualTo(user.username());
            assertThat(token.text("iss")).endsWith("/realms/" + DEMO.name());
            Expect.lifetime(token, 300);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"%1$s@example.org\",\"password\":\"right\"}",
                "{\"email\":\"%1$s\",\"password\":\"right\"}",
                "{\"username\":\"%1$s@example.org\",\"password\":\"right\"}",
                "{\"username\":\"\",\"email\":\"%1$s@example.org\",\"password\":\"right\"}",
                "{\"username\":null,\"email\":\"%1$s@example.org\",\"password\":\"right\"}",
                "{\"username\":\"other\",\"email\":\"%1$s@example.org\",\"password\":\"right\"}",
                "{\"password\":\"right\",\"more\":[1],\"scope\":\"offline_access\",\"username\":\"%1$s\"}"
            })
    void identityIsUsernameOrEmail(String body) {
        try (TestUser user = DEMO.createUser("right")) {
            PocketbasePath.succeeded(
                    PocketbasePath.post(DEMO, body.formatted(user.username())), PocketbasePath.plainRecord(user));
        }
    }

    @Test
    void rootPathAnswersTheSame() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Calls.request(Route.POCKETBASE, PocketbasePath.PATH, user.username(), "right")
                    .send();

            PocketbasePath.succeeded(answer, PocketbasePath.plainRecord(user));
        }
    }

    @Test
    void allowedOriginMayReadTheAnswer() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(PocketbasePath.PATH))
                    .header("Origin", "http://localhost:3000")
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body("{\"username\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            PocketbasePath.succeeded(answer, PocketbasePath.plainRecord(user), Expect.allowed("http://localhost:3000"));
        }
    }
}
