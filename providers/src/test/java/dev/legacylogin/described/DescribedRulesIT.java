package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Await;
import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import dev.legacylogin.settings.Forms;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

/** What holds for every path of a description, whatever it says: the controls of Keycloak, and what all shapes promise. */
class DescribedRulesIT {
    private static final String DESCRIPTION = """
            {
              "endpoints": [
                {
                  "operation": "login",
                  "path": "/login",
                  "success": {
                    "body": {"access": "{access_token}", "refresh": "{refresh_token}", "role": "{field.role}"},
                    "headers": {"X-User": "{user.first_name}"},
                    "cookies": {"jwt": {"value": "{access_token}"}}
                  },
                  "errors": {"unknown-user": {"status": 404, "body": {"error": "unknown"}}}
                },
                {"operation": "refresh", "path": "/refresh", "success": {"text": "{access_token}"}},
                {"operation": "renew", "path": "/renew", "success": {"text": "{access_token}"}},
                {"operation": "me", "method": "GET", "path": "/me", "success": {"body": {"id": "{user.id}"}}},
                {
                  "operation": "renew",
                  "method": "PUT",
                  "path": "/me",
                  "success": {"text": "{access_token}"},
                  "errors": {"malformed": {"status": 422, "headers": {"X-Error": "{reason}"}}}
                },
                {"operation": "logout", "path": "/logout", "token": ["bearer", "body.token"]}
              ],
              "errors": {
                "credentials": {"body": {"error": "credentials"}},
                "password-change-required": {"status": 409, "body": {"error": "change"}},
                "token": {"body": {"error": "token"}},
                "method": {"body": {"error": "method"}}
              }
            }
            """;

    @AutoClose
    private static final DescribedApi API = DescribedApi.of(DESCRIPTION, realm -> {
        // by default Keycloak does not keep those of UserInfo
        RealmChange.events(realm, "LOGIN", "LOGIN_ERROR", "LOGOUT", "USER_INFO_REQUEST", "USER_INFO_REQUEST_ERROR");
        DescribedApi.addClient(realm, "other", DESCRIPTION);
        DescribedApi.addClient(realm, "offline", DESCRIPTION)
                .putArray("defaultClientScopes")
                .add("basic")
                .add("offline_access");
        DescribedApi.addClient(
                realm,
                "ended",
                Map.of(
                        "api", "described",
                        "description", DESCRIPTION,
                        "sunset", "2025-01-01",
                        "refuse.after.sunset", "true"));
    });

    private final TestUser user = API.realm().createUser("right");

    @Test
    void theWholeAnswerOfALogin() {
        Expect.json(
                login("right"),
                200,
                "{\"access\":\"<Bearer old-app>\",\"refresh\":\"<Refresh old-app>\",\"role\":null}",
                "set-cookie",
                "jwt=<Bearer old-app>; Expires=<date>; HttpOnly; SameSite=Strict",
                "x-user",
                "Test");
    }

    /** Else a user could break out of a header by his name. */
    @Test
    void aHeaderIsLeftOutWhereItsValueCannotBeOne() {
        user.change(it -> it.setFirstName("Zoë"));

        assertThat(login("right").header("x-user")).isEmpty();
        assertThat(login("right").status()).isEqualTo(200);
    }

    @Test
    void eachRefusalHasItsAnswerOrThatOfTheNextGeneralOne() {
        Expect.json(login("wrong"), 401, "{\"error\":\"credentials\"}");
        Expect.json(
                API.post("/login")
                        .json("{\"username\":\"nobody\",\"password\":\"x\"}")
                        .send(),
                404,
                "{\"error\":\"unknown\"}");
        Expect.json(
                API.post("/login").json("{}").send(),
                400,
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"The user name is missing\"}",
                "content-type",
                "application/problem+json");
        Expect.json(
                Http.put(API.path("/login")).json("{}").send(),
                405,
                "{\"error\":\"method\"}",
                "allow",
                "OPTIONS, POST");
        user.requiredActions("UPDATE_PASSWORD");
        Expect.json(login("right"), 409, "{\"error\":\"change\"}");
    }

    @Test
    void refreshAndRenewal() {
        Answer login = login("right");

        assertText(API.post("/refresh")
                .json("{\"refresh_token\":\"" + token(login, "refresh") + "\"}")
                .send());
        assertText(API.post("/renew").bearer(token(login, "access")).send());
        Expect.json(API.post("/refresh").json("{\"refresh_token\":\"x\"}").send(), 401, "{\"error\":\"token\"}");
        Expect.json(API.post("/renew").bearer(token(login, "refresh")).send(), 401, "{\"error\":\"token\"}");
    }

    private static void assertText(Answer answer) {
        assertThat(Expect.shown(answer.body())).isEqualTo("<Bearer old-app>");
        assertThat(answer.header("content-type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void whoHoldsAToken() {
        String access = token(login("right"), "access");

        Expect.json(me(access), 200, "{\"id\":\"" + user.id() + "\"}");
        assertEvent("USER_INFO_REQUEST", null);
        user.change(it -> it.setEnabled(false));
        Expect.json(me(access), 401, "{\"error\":\"token\"}");
        assertThat(API.realm().events().get(0).getType()).isEqualTo("USER_INFO_REQUEST_ERROR");
    }

    /** Keycloak 26.0 has an online and an offline session of one login then. */
    @Test
    void aLogoutEndsAnOfflineSessionToo() {
        Answer login =
                at("offline", "POST", "/login").json(credentials("right")).send();
        String access = token(login, "access");
        assertThat(at("offline", "GET", "/me").bearer(access).send().status()).isEqualTo(200);

        assertThat(at("offline", "POST", "/logout").bearer(access).send().status())
                .isEqualTo(204);
        assertThat(at("offline", "GET", "/me").bearer(access).send().status()).isEqualTo(401);
        assertThat(at("offline", "POST", "/refresh")
                        .json("{\"refresh_token\":\"" + token(login, "refresh") + "\"}")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(user.admin().getUserSessions()).isEmpty();
    }

    @Test
    void aTokenThatShouldBeBoundByNowIsGoodNoMore() {
        String access =
                token(at("other", "POST", "/login").json(credentials("right")).send(), "access");
        assertThat(at("other", "GET", "/me").bearer(access).send().status()).isEqualTo(200);
        demandBoundTokens("true");
        try {
            assertThat(at("other", "GET", "/me").bearer(access).send().status()).isEqualTo(401);
        } finally {
            demandBoundTokens("false");
        }
    }

    private static void demandBoundTokens(String value) {
        Clients.change(
                API.realm(),
                "other",
                client -> client.getAttributes().put("tls.client.certificate.bound.access.tokens", value));
    }

    private static Http at(String client, String method, String path) {
        return Http.request(method, API.realm().path("/legacy-login/clients/" + client + path));
    }

    /** And scripts of allowed origins may read the headers of a refusal. */
    @Test
    void eachMethodOfAPathRefusesInItsOwnWords() {
        Answer refused = at("old-app", "PUT", "/me")
                .header("Origin", DescribedApi.ORIGIN)
                .json("{")
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("x-error")).contains("malformed");
        assertThat(refused.header("access-control-expose-headers")).contains("X-Error");
    }

    @Test
    void anAnswerWithoutABodyMayHaveAnyStatus() {
        Answer refused = at("old-app", "PUT", "/me").json("{").send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).isEmpty();
        assertThat(refused.header("content-type")).isEmpty();
    }

    @Test
    void eventsNameTheApi() {
        login("right");
        assertEvent("LOGIN", null);
        login("wrong");
        assertEvent("LOGIN_ERROR", "invalid_user_credentials");
    }

    @Test
    void pagesOfOtherOriginsReadNothing() {
        Expect.json(
                API.post("/login")
                        .header("Origin", DescribedApi.ORIGIN)
                        .json(credentials("wrong"))
                        .send(),
                401,
                "{\"error\":\"credentials\"}",
                Stream.concat(
                                Stream.of(Expect.allowed(DescribedApi.ORIGIN)),
                                Stream.of("access-control-expose-headers", "X-User"))
                        .toArray(String[]::new));
        Answer refused = API.post("/login")
                .header("Origin", "https://evil.example")
                .json(credentials("right"))
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("access-control-allow-origin")).isEmpty();
    }

    @Test
    void guessesAreCountedAndLockTheUser() {
        try (DescribedApi strict = new DescribedApi(TestRealm.copy(realm -> {
                    DescribedApi.addClient(realm, DescribedApi.CLIENT, DESCRIPTION);
                    realm.put("failureFactor", 2)
                            .put("quickLoginCheckMilliSeconds", 0)
                            .put("waitIncrementSeconds", 900);
                }));
                TestUser guessed = strict.realm().createUser("right")) {
            Await.locked(
                    guessed,
                    () -> strict.post("/login")
                            .json(DescribedApi.credentials(guessed, "wrong"))
                            .send());

            Expect.json(
                    strict.post("/login")
                            .json(DescribedApi.credentials(guessed, "right"))
                            .send(),
                    401,
                    "{\"error\":\"credentials\"}");
        }
    }

    @Test
    void afterItsSunsetTheClientMayNot() {
        Answer answer = Http.post(API.realm().path("/legacy-login/clients/ended/login"))
                .json(credentials("right"))
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("sunset")).contains("Wed, 01 Jan 2025 00:00:00 GMT");
        assertThat(user.admin().getUserSessions()).isEmpty();
    }

    @Test
    void aBadDescriptionIsRefusedWithItsPlaceAndAGoodOneCountsAtOnce() {
        Answer refused = save(
                "{\"endpoints\": [{\"operation\": \"login\", \"path\": \"/new\", \"success\": {\"body\": \"{usr.id}\"}}]}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("/error"))
                .startsWith(
                        "Description, endpoints[0].success.body: no such value \"usr.id\"; known are access_token, ");
        String good =
                "{\"endpoints\": [{\"operation\": \"login\", \"path\": \"/new\", \"success\": {\"body\": \"{access_token}\"}}]}";
        assertThat(save(good).status()).isEqualTo(204);
        String path = API.realm().path("/legacy-login/clients/other/");
        assertThat(Expect.shown(Http.post(path + "new")
                        .json(credentials("right"))
                        .send()
                        .body()))
                .isEqualTo("\"<Bearer other>\"");
        assertThat(Http.post(path + "login").json(credentials("right")).send().status())
                .isEqualTo(404);
        assertThat(save(DESCRIPTION).status()).isEqualTo(204);
    }

    private static Answer save(String description) {
        var mappers = Clients.mappers(API.realm(), "other");
        var form = mappers.getMappers().get(0);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", form.getId())
                .put("name", form.getName())
                .put("protocol", "openid-connect")
                .put("protocolMapper", "legacy-login-described");
        json.putObject("config").put("api", "described").put("description", description);
        return Http.put(Forms.clientPath(API.realm(), "other") + "/" + form.getId())
                .asAdmin()
                .json(json)
                .send();
    }

    private Answer login(String password) {
        return API.post("/login").json(credentials(password)).send();
    }

    private String credentials(String password) {
        return DescribedApi.credentials(user, password);
    }

    private static Answer me(String token) {
        return Http.get(API.path("/me")).bearer(token).send();
    }

    private static String token(Answer answer, String member) {
        return answer.json().path(member).textValue();
    }

    private void assertEvent(String type, String error) {
        EventRepresentation event = API.realm().events().get(0);
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getError()).isEqualTo(error);
        assertThat(event.getUserId()).isEqualTo(user.id());
        assertThat(event.getClientId()).isEqualTo(DescribedApi.CLIENT);
        assertThat(event.getDetails()).containsEntry("legacy_login", "described");
    }
}
