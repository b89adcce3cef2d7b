package dev.legacylogin.described;

import static dev.legacylogin.described.DescribedApi.credentials;

import dev.legacylogin.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The preset {@code simplejwt}: whole documents as djangorestframework-simplejwt answers them. */
class SimpleJwtIT {
    @AutoClose
    private static final DescribedApi API = DescribedApi.preset("simplejwt");

    private static final String REFUSED = "{\"detail\":\"No active account found with the given credentials\"}";

    @Test
    void loginAndRefresh() {
        try (TestUser user = API.realm().createUser("right")) {
            Answer login =
                    API.post("/api/token/").json(credentials(user, "right")).send();

            Expect.json(login, 200, "{\"refresh\":\"<Refresh old-app>\",\"access\":\"<Bearer old-app>\"}");
            Expect.json(
                    API.post("/api/token/refresh/")
                            .json("{\"refresh\":\"" + login.text("/refresh") + "\"}")
                            .send(),
                    200,
                    "{\"access\":\"<Bearer old-app>\",\"refresh\":\"<Refresh old-app>\"}");
        }
    }

    @Test
    void loginWithAForm() {
        try (TestUser user = API.realm().createUser("right")) {
            Expect.json(
                    API.post("/api/token/")
                            .form(Map.of("username", user.username(), "password", "right"))
                            .send(),
                    200,
                    "{\"refresh\":\"<Refresh old-app>\",\"access\":\"<Bearer old-app>\"}");
        }
    }

    @Test
    void wrongPasswordAndUnknownUserAreOne() {
        try (TestUser user = API.realm().createUser("right")) {
            Expect.json(API.post("/api/token/").json(credentials(user, "wrong")).send(), 401, REFUSED);
        }
        Expect.json(
                API.post("/api/token/")
                        .json("{\"username\":\"nobody\",\"password\":\"x\"}")
                        .send(),
                401,
                REFUSED);
    }

    @Test
    void missingMembers() {
        Expect.json(
                API.post("/api/token/").json("{\"password\":\"x\"}").send(),
                400,
                "{\"username\":[\"This field is required.\"]}");
        Expect.json(
                API.post("/api/token/").json("{\"username\":\"x\"}").send(),
                400,
                "{\"password\":[\"This field is required.\"]}");
        Expect.json(
                API.post("/api/token/refresh/").json("{}").send(), 400, "{\"refresh\":[\"This field is required.\"]}");
    }

    @Test
    void tokensThatAreNone() {
        Expect.json(
                API.post("/api/token/refresh/").json("{\"refresh\":\"x\"}").send(),
                401,
                "{\"detail\":\"Token is invalid or expired\",\"code\":\"token_not_valid\"}");
    }
}
