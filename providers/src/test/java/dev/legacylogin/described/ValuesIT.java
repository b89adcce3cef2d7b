package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an answer can carry, in each of its forms; and where a request can have its inputs. */
class ValuesIT {
    private static final String DESCRIPTION = """
            {
              "endpoints": [
                {
                  "operation": "login",
                  "path": "/in",
                  "username": ["body.user.email", "body.login", "query.login", "header.X-Login", "basic.username"],
                  "password": ["body.user.password", "body.password", "basic.password"],
                  "accepts": ["json", "form", "multipart"],
                  "success": {
                    "status": 201,
                    "headers": {
                      "X-Access": "{access_token}",
                      "X-Name": "{field.name_in_a_header}",
                      "X-Missing": "{field.nothing}"
                    },
                    "cookies": {
                      "refresh": {"value": "{refresh_token}"},
                      "access": {"value": "{access_token}", "path": "/", "scripts": true}
                    },
                    "body": {
                      "constants": [1, -1.5, true, null, "x", {}, [], "{{x}"],
                      "bearer": "Bearer {access_token}",
                      "in": ["{expires_in}", "{expires_in:text}", "{expires_in:milliseconds}"],
                      "refresh_in": "{refresh_expires_in}",
                      "at": ["{expires_at}", "{expires_at:epoch}", "{expires_at:milliseconds}"],
                      "created": "{user.created:epoch}",
                      "scope": "{scope}",
                      "text": "{field.level}",
                      "integer": "{field.level:integer}",
                      "boolean": "{field.level:boolean}",
                      "list": "{field.level:list}",
                      "many": "{field.many:list}",
                      "none": ["{field.nothing}", "{field.nothing:list}", "{field.nothing:integer}"],
                      "unfit": ["{field.many}", "{field.word:integer}", "{field.word:boolean}", "{field.word:json}"],
                      "object": "{field.object:json}",
                      "left_out?": "{field.nothing}",
                      "kept?": "{field.level}",
                      "mixed": "{user.first_name} {user.last_name} <{user.email}>",
                      "mixed_missing": "x{field.nothing}",
                      "self_written": ["{field.motto}", "{own.motto}"]
                    }
                  }
                }
              ]
            }
            """;

    @AutoClose
    private static final DescribedApi API = DescribedApi.of(DESCRIPTION, RealmChange.anyAttribute());

    @Test
    void everyForm() {
        try (TestUser user = API.realm().createUser("right")) {
            user.change(it -> {
                it.setAttributes(Map.of(
                        "level", List.of("1"),
                        "many", List.of("a", "b"),
                        "word", List.of("word"),
                        "object", List.of("{\"a\":[1]}"),
                        "name_in_a_header", List.of("Zoë")));
            });
            Answer answer = API.post("/in")
                    .json("{\"login\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();
            Jwt token = Jwt.of(answer.header("X-Access").orElseThrow());
            int in = Expect.seconds(answer.json().path("in").path(0), 300);
            long refreshIn = answer.json().path("refresh_in").longValue();
            assertThat(refreshIn).isBetween(14390L, 14400L);
            long exp = token.seconds("exp");
            String iso = Instant.ofEpochSecond(exp).toString().replace("Z", ".000Z");

            Expect.json(
                    answer,
                    201,
                    ("{\"constants\":[1,-1.5,true,null,\"x\",{},[],\"{x}\"],\"bearer\":\"Bearer <Bearer old-app>\","
                                    + "\"in\":[%1$d,\"%1$d\",%1$d000],\"refresh_in\":%2$d,"
                                    + "\"at\":[\"%3$s\",%4$d,%4$d000],\"created\":%5$d,\"scope\":\"%6$s\","
                                    + "\"text\":\"1\",\"integer\":1,\"boolean\":true,\"list\":[\"1\"],"
                                    + "\"many\":[\"a\",\"b\"],\"none\":[null,[],null],\"unfit\":[null,null,null,null],"
                                    + "\"object\":{\"a\":[1]},\"kept\":\"1\",\"mixed\":\"Test User <%7$s>\","
                                    + "\"mixed_missing\":\"\",\"self_written\":[null,null]}")
                            .formatted(
                                    in,
                                    refreshIn,
                                    iso,
                                    exp,
                                    user.admin().toRepresentation().getCreatedTimestamp() / 1000,
                                    answer.text("/scope"),
                                    user.username() + "@example.org"),
                    "x-access",
                    "<Bearer old-app>",
                    "set-cookie",
                    "refresh=<Refresh old-app>; Expires=<date>; HttpOnly; SameSite=Strict\n"
                            + "access=<Bearer old-app>; Path=/; Expires=<date>; SameSite=Strict");
            assertThat(answer.text("/scope").split(" ")).contains("email", "profile");
        }
    }

    /** Where users may write every attribute themselves, none says what they may. */
    @Test
    void whatUsersWriteAboutThemselves() {
        try (DescribedApi api =
                        DescribedApi.of(DESCRIPTION, RealmChange.anyAttribute().andThen(ValuesIT::letUsersWrite));
                TestUser user = api.realm().createUser("right")) {
            user.attributes(Map.of("motto", "Zoe", "level", "9"));

            Answer answer = api.post("/in")
                    .json("{\"login\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            assertThat(answer.json().path("self_written")).hasToString("[null,\"Zoe\"]");
            assertThat(answer.json().path("integer").isNull()).isTrue();
        }
    }

    private static void letUsersWrite(ObjectNode realm) {
        ArrayNode config = (ArrayNode)
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config");
        config.set(0, config.get(0).textValue().replace("ADMIN_EDIT", "ENABLED"));
    }

    @Test
    void everyPlaceOfAnInput() {
        try (TestUser user = API.realm().createUser("right")) {
            String name = user.username();
            granted(API.post("/in")
                    .json("{\"user\":{\"email\":\"%s@example.org\",\"password\":\"right\"}}".formatted(name)));
            granted(API.post("/in").form(Map.of("login", name, "password", "right")));
            granted(API.post("/in?login=" + name).json("{\"password\":\"right\"}"));
            granted(API.post("/in").header("X-Login", name).json("{\"password\":\"right\"}"));
            granted(API.post("/in").basic(name, "right"));
            granted(
                    API.post("/in")
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .body(
                                    "--b\r\nContent-Disposition: form-data; name=\"login\"\r\n\r\n" + name
                                            + "\r\n--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nright\r\n--b--\r\n"));
        }
    }

    private static void granted(Http request) {
        Answer answer = request.send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
