package dev.legacylogin.pocketbase;

import dev.legacylogin.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login at {@code /auth/login} that fails is a {@code ClientResponseError} of the PocketBase SDK. */
@ResourceLock(TestRealm.DEMO)
class PocketbaseDeniedIT {

    private static final TestRealm DEMO = TestRealm.demo();
    private static final String IDENTITY =
            "\"identity\":{\"code\":\"validation_required\",\"message\":\"Cannot be blank.\"}";
    private static final String PASSWORD =
            "\"password\":{\"code\":\"validation_required\",\"message\":\"Cannot be blank.\"}";

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "nobody@example.org", "\\u001b[31m", "a\\r\\nb"})
    void unknownUserIsAnsweredTheSame(String username) {
        PocketbasePath.failed(PocketbasePath.login(DEMO, username, "password"), DEMO, PocketbasePath.WRONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"password":"password"}
                    {"username":"","password":"password"}
                    {"username":" ","password":"password"}
                    {"username":null,"password":"password"}
                    {"username":5,"password":"password"}
                    {"username":["TestUser"],"password":"password"}
                    {"username":{"a":"TestUser"},"password":"password"}
                    {"username":"","email":" ","password":"password"}
                    {"email":true,"password":"password"}
                    {"identity":"TestUser","password":"password"}
                    """)
    void blankIdentityIsTold(String body) {
        PocketbasePath.blank(PocketbasePath.post(DEMO, body), DEMO, "{" + IDENTITY + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"username":"TestUser"}
                    {"username":"nobody"}
                    {"email":"testuser@example.org"}
                    {"username":"TestUser","password":""}
                    {"username":"TestUser","password":" "}
                    {"username":"TestUser","password":null}
                    {"username":"TestUser","password":5}
                    {"username":"TestUser","password":["password"]}
                    {"username":"TestUser","password":{"a":"password"}}
                    """)
    void blankPasswordIsTold(String body) {
        PocketbasePath.blank(PocketbasePath.post(DEMO, body), DEMO, "{" + PASSWORD + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"username\":\"\",\"password\":\"\"}", "{\"username\":null,\"email\":null}"})
    void blankBothAreTold(String body) {
        PocketbasePath.blank(PocketbasePath.post(DEMO, body), DEMO, "{" + IDENTITY + "," + PASSWORD + "}");
    }

    @Test
    void emptyBodyIsBlankToo() {
        Answer answer = Http.post(DEMO.path(PocketbasePath.PATH)).form(Map.of()).send();

        PocketbasePath.blank(answer, DEMO, "{" + IDENTITY + "," + PASSWORD + "}");
    }

    @Test
    void urlIsTheOneThatWasCalledAtTheRoot() {
        Answer answer = Http.post(PocketbasePath.PATH)
                .json("{\"username\":\"nobody\",\"password\":\"password\"}")
                .send();

        Expect.json(answer, 400, PocketbasePath.failure(PocketbasePath.PATH, 400, PocketbasePath.WRONG, "{}"));
    }

    @Test
    void urlIsWithoutItsQuery() {
        Answer answer = Http.post(DEMO.path(PocketbasePath.PATH) + "?secret=%3Cscript%3E")
                .json("{\"username\":\"nobody\",\"password\":\"password\"}")
                .send();

        PocketbasePath.failed(answer, DEMO, PocketbasePath.WRONG);
    }
}
