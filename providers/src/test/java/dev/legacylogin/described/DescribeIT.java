package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin tries a description out before any client has it. */
class DescribeIT {
    private static final String DESCRIPTION = """
            {
              "endpoints": [
                {
                  "operation": "login",
                  "path": "/in",
                  "requires": {"body.auth.type": "password", "header.X-App": "old", "query.v": 2},
                  "username": ["body.auth.name", "basic.username"],
                  "password": "body.auth.secret",
                  "success": {
                    "body": {"jwt": "{access_token}", "in": "{expires_in}", "id": "{user.id:integer}", "at": "{now}"},
                    "headers": {"X-User": "{field.name}"},
                    "cookies": {"r": {"value": "{refresh_token}"}}
                  },
                  "errors": {"error": {"body": ["{reason}", "{status}", "{path}"]}, "unknown-user": {"status": 404}}
                },
                {"operation": "logout", "method": "DELETE", "path": "/out", "token": ["cookie.jwt", "bearer"]}
              ],
              "errors": {"token": {"status": 410, "text": "gone"}}
            }
            """;

    @AutoClose
    private static final TestRealm REALM = TestRealm.copy();

    @Test
    void mistakes() {
        Answer answer =
                describe("{\"endpoints\":[{\"operation\":\"logout\",\"path\":\"/x\",\"token\":\"x\"}],\"x\":1}");

        assertThat(answer.body())
                .isEqualTo(
                        "{\"mistakes\":[{\"place\":\"description\",\"text\":\"no such member \\\"x\\\"; known are $schema,"
                                + " about, endpoints, errors\"},{\"place\":\"endpoints[0].token\",\"text\":\"must be"
                                + " body.NAME, query.NAME, header.NAME, cookie.NAME, basic.username, basic.password or"
                                + " bearer\"}],\"endpoints\":[]}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Type")).contains("application/json");
    }

    @Test
    void aSampleRequestAndTheAnswers() {
        assertThat(describe(DESCRIPTION).body()).isEqualTo("""
                {"mistakes":[],"endpoints":[{"operation":"login",\
                "request":{"method":"POST","path":"/in?v=2","headers":{"X-App":"old"},\
                "body":{"auth":{"type":"password","secret":"<password>","name":"<username>"}}},\
                "answers":{"success":{"status":200,"type":"application/json",\
                "headers":{"X-User":"<field.name>","Set-Cookie":"r=<refresh_token>"},\
                "body":{"jwt":"<access_token>","in":300,"id":37,"at":"2026-01-01T00:00:00.000Z"}},\
                %s"unknown-user":{"status":404},%s%s}},\
                {"operation":"logout","request":{"method":"DELETE","path":"/out","headers":{"Cookie":"jwt=<token>"}},\
                "answers":{"success":{"status":204},%s\
                "token":{"status":410,"type":"text/plain;charset=UTF-8","body":"gone"},\
                "token-missing":{"status":410,"type":"text/plain;charset=UTF-8","body":"gone"},%s}}]}""".formatted(
                        said("malformed", 400)
                                + said("requirement-missing", 400)
                                + said("username-missing", 400)
                                + said("password-missing", 400)
                                + said("content-type", 415)
                                + said("too-large", 413)
                                + said("method", 405)
                                + said("credentials", 401),
                        said("refused", 403)
                                + said("action-pending", 403)
                                + said("password-change-required", 403)
                                + said("client", 403)
                                + said("origin", 403)
                                + said("https", 403)
                                + said("realm-disabled", 403),
                        said("unexpected", 500).replaceFirst(",$", ""),
                        problem("malformed", 400, "Bad Request", "Malformed request") + ","
                                + problem("content-type", 415, "Unsupported Media Type", "Unsupported content type")
                                + ","
                                + problem("too-large", 413, "Request Entity Too Large", "The request is too large")
                                + "," + problem("method", 405, "Method Not Allowed", "Method not allowed") + ",",
                        problem("client", 403, "Forbidden", "Access denied") + ","
                                + problem("origin", 403, "Forbidden", "Origin not allowed") + ","
                                + problem("https", 403, "Forbidden", "HTTPS required") + ","
                                + problem("realm-disabled", 403, "Forbidden", "The service is not available") + ","
                                + problem("unexpected", 500, "Internal Server Error", "An unexpected error occurred")));
    }

    private static String said(String reason, int status) {
        return "\"%1$s\":{\"status\":%2$d,\"type\":\"application/json\",\"body\":[\"%1$s\",%2$d,\"/in\"]},"
                .formatted(reason, status);
    }

    private static String problem(String reason, int status, String title, String detail) {
        return ("\"%s\":{\"status\":%d,\"type\":\"application/problem+json\",\"body\":{\"type\":\"about:blank\","
                        + "\"title\":\"%s\",\"status\":%2$d,\"detail\":\"%s\"}}")
                .formatted(reason, status, title, detail);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.described.Presets#NAMES")
    void everyPresetCanBeShown(String name) {
        assertThat(describe(Presets.text(name)).json().path("mistakes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "[1]", "null", "{"})
    void whatIsNoDescriptionHasOneMistake(String text) {
        assertThat(describe(text).json().path("mistakes")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/yaml", "text/plain"})
    void jsonOrYamlUnderEachOfTheirTypes(String type) {
        assertThat(sendAs(type).json().at("/endpoints/0/request"))
                .hasToString("{\"method\":\"POST\",\"path\":\"/x\","
                        + "\"headers\":{\"Authorization\":\"Bearer <token>\"}}");
    }

    /** Which curl says of itself, and of which Keycloak would leave nothing to be read. */
    @Test
    void notAsAForm() {
        assertThat(sendAs("application/x-www-form-urlencoded").status()).isEqualTo(415);
    }

    private static Answer sendAs(String type) {
        return Http.post(path())
                .asAdmin()
                .header("Content-Type", type)
                .body("endpoints: [{operation: logout, path: /x}]")
                .send();
    }

    @Test
    void oneThatIsTooLongIsNotReadToItsEnd() {
        assertThat(describe(" ".repeat(3_000_000)).body())
                .isEqualTo("{\"mistakes\":[{\"place\":\"description\",\"text\":\"is longer than 64 KiB\"}],"
                        + "\"endpoints\":[]}");
    }

    @Test
    void onlyForAdminsWhoMayViewClients() {
        assertThat(Http.post(path()).json("{}").send().status()).isEqualTo(401);
        assertThat(send(Admin.tokenWith(REALM, "view-users"), "{}").status()).isEqualTo(403);
        assertThat(send(Admin.tokenWith(REALM, "view-clients"), "{}").status()).isEqualTo(200);
    }

    private static Answer describe(String text) {
        Answer answer = send(Admin.client().tokenManager().getAccessTokenString(), text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Answer send(String token, String text) {
        return Http.post(path()).bearer(token).json(text).send();
    }

    private static String path() {
        return "/admin/realms/" + REALM.name() + "/legacy-login/describe";
    }
}
