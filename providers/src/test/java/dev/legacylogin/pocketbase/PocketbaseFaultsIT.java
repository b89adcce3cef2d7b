package dev.legacylogin.pocketbase;

import dev.legacylogin.expect.BadRequest;
import dev.legacylogin.expect.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What wanderer does not document fails in its form too. */
class PocketbaseFaultsIT {

    private static final TestRealm DEMO = TestRealm.demo();

    @ParameterizedTest
    @EnumSource
    void badLoginIsToldInThePagesForm(BadRequest request) {
        isTold(request, DEMO.path(PocketbasePath.PATH));
    }

    @ParameterizedTest
    @EnumSource
    void badLoginAtTheRootIsToldInThePagesForm(BadRequest request) {
        isTold(request, PocketbasePath.PATH);
    }

    private static void isTold(BadRequest request, String path) {
        // the origin reads JSON whatever the content type says
        boolean unread = request.error().equals("malformed") || request.error().equals("unsupported_media_type");
        int status = unread ? 400 : request.status();
        Expect.json(
                request.send("POST", path),
                status,
                PocketbasePath.failure(path, status, unread ? "Invalid json" : request.message(), "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void otherMethodsAreRefused(String method) {
        String path = DEMO.path(PocketbasePath.PATH);

        Answer answer = Http.request(method, path).send();

        Expect.json(
                answer, 405, PocketbasePath.failure(path, 405, "Method not allowed", "{}"), "allow", "OPTIONS, POST");
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
            Answer answer = Http.post(DEMO.path(PocketbasePath.PATH))
                    .header("Content-Type", contentType)
                    .body("{\"username\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            PocketbasePath.succeeded(answer, PocketbasePath.plainRecord(user));
        }
    }

    @Test
    void jsonIsTakenWithoutAName() {
        try (TestUser user = DEMO.createUser("right")) {
            Answer answer = Http.post(DEMO.path(PocketbasePath.PATH))
                    .body("{\"username\":\"%s\",\"password\":\"right\"}".formatted(user.username()))
                    .send();

            PocketbasePath.succeeded(answer, PocketbasePath.plainRecord(user));
        }
    }

    @Test
    void allowedOriginMayReadAnError() {
        Answer answer = Http.post(DEMO.path(PocketbasePath.PATH))
                .header("Origin", "http://localhost:3000")
                .json("{\"username\":\"nobody\",\"password\":\"password\"}")
                .send();

        Expect.json(
                answer,
                400,
                PocketbasePath.failure(DEMO.path(PocketbasePath.PATH), 400, PocketbasePath.WRONG, "{}"),
                Expect.allowed("http://localhost:3000"));
    }
}
