package dev.legacylogin.sphinx;

import dev.legacylogin.expect.BadRequest;
import dev.legacylogin.expect.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sphinx-cbs does not document fails in its form too, on the refresh path inside {@code result}. */
class SphinxFaultsIT {

    private static final TestRealm DEMO = TestRealm.demo();
    private static final String MALFORMED = SphinxPath.error(400, "malformed", "Malformed request");

    @ParameterizedTest
    @EnumSource
    void badLoginIsToldInThePagesForm(BadRequest request) {
        Expect.json(request.send("POST", DEMO.path(SphinxPath.LOGIN)), request.status(), error(request));
    }

    @ParameterizedTest
    @EnumSource
    void badLoginAtTheRootIsToldInThePagesForm(BadRequest request) {
        Expect.json(request.send("POST", SphinxPath.LOGIN), request.status(), error(request));
    }

    @ParameterizedTest
    @EnumSource
    void badRefreshIsToldInThePagesForm(BadRequest request) {
        Expect.json(
                request.send("POST", DEMO.path(SphinxPath.REFRESH)),
                request.status(),
                SphinxPath.inResult(error(request)));
    }

    @ParameterizedTest
    @EnumSource
    void badRefreshAtTheRootIsToldInThePagesForm(BadRequest request) {
        Expect.json(request.send("POST", SphinxPath.REFRESH), request.status(), SphinxPath.inResult(error(request)));
    }

    private static String error(BadRequest request) {
        return SphinxPath.error(request.status(), request.error(), request.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void otherMethodsAreRefused(String method) {
        String error = SphinxPath.error(405, "method_not_allowed", "Method not allowed");

        Answer login = Http.request(method, DEMO.path(SphinxPath.LOGIN)).send();
        Answer refresh = Http.request(method, DEMO.path(SphinxPath.REFRESH)).send();

        Expect.json(login, 405, error, "allow", "OPTIONS, POST");
        Expect.json(refresh, 405, SphinxPath.inResult(error), "allow", "OPTIONS, POST");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}
                    {"user":"TestUser"}
                    {"password":"password"}
                    {"username":"TestUser","password":"password"}
                    {"user":"","password":"password"}
                    {"user":" ","password":"password"}
                    {"user":null,"password":"password"}
                    {"user":5,"password":"password"}
                    {"user":["TestUser"],"password":"password"}
                    {"user":{"a":"TestUser"},"password":"password"}
                    {"user":"TestUser","password":""}
                    {"user":"TestUser","password":" "}
                    {"user":"TestUser","password":null}
                    {"user":"TestUser","password":5}
                    {"user":"TestUser","password":["password"]}
                    {"user":"nobody","password":{"a":"password"}}
                    """)
    void loginWithoutUserOrPasswordIsMalformed(String body) {
        Expect.json(SphinxPath.post(DEMO, SphinxPath.LOGIN, body), 400, MALFORMED);
    }

    @Test
    void emptyLoginIsMalformed() {
        Answer answer = Http.post(DEMO.path(SphinxPath.LOGIN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send();

        Expect.json(answer, 400, MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=UTF-8",
                "APPLICATION/JSON",
                "application/vnd.api+json",
                "text/plain;charset=UTF-8"
            })
    void jsonIsTakenUnderManyNames(String contentType) {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(SphinxPath.LOGIN))
                    .header("Content-Type", contentType)
                    .body("{\"user\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            SphinxPath.loggedIn(answer);
        }
    }

    @Test
    void allowedOriginMayReadAnError() {
        Answer answer = Http.post(DEMO.path(SphinxPath.LOGIN))
                .header("Origin", "http://localhost:3000")
                .json("{}")
                .send();

        Expect.json(answer, 400, MALFORMED, Expect.allowed("http://localhost:3000"));
    }
}
