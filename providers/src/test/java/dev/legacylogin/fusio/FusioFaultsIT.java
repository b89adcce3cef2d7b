package dev.legacylogin.fusio;

import dev.legacylogin.expect.BadRequest;
import dev.legacylogin.expect.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Fusio does not document fails in its form too: its SDK parses every error as JSON. */
class FusioFaultsIT {

    private static final String LOGIN = "{\"username\":\"TestUser\",\"password\":\"password\"}";
    private static final String ORIGIN = "http://localhost:3000";

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORM")
    void badLoginIsToldInThePagesForm(BadRequest request) {
        Expect.json(
                request.send("POST", realm.path(FusioPath.PATH)),
                request.status(),
                FusioPath.failure(request.message()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORM")
    void badRefreshIsToldInThePagesForm(BadRequest request) {
        Expect.json(
                request.send("PUT", realm.path(FusioPath.PATH)),
                request.status(),
                FusioPath.failure(request.message()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORM")
    void badLoginAtTheRootIsToldInThePagesForm(BadRequest request) {
        Expect.json(request.send("POST", FusioPath.PATH), request.status(), FusioPath.failure(request.message()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void otherMethodsAreRefused(String method) {
        Answer answer = Http.request(method, realm.path(FusioPath.PATH)).send();

        Expect.json(answer, 405, FusioPath.failure("Method not allowed"), "allow", "OPTIONS, POST, PUT");
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
        Answer answer = Http.post(realm.path(FusioPath.PATH))
                .header("Content-Type", contentType)
                .body(LOGIN)
                .send();

        FusioPath.token(answer);
    }

    @Test
    void jsonIsTakenWithoutAName() {
        FusioPath.token(Http.post(realm.path(FusioPath.PATH)).body(LOGIN).send());
    }

    @Test
    void emptyBodyHasNoUsername() {
        Answer answer = Http.post(realm.path(FusioPath.PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send();

        FusioPath.failed(answer, "No username provided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain;charset=UTF-8"})
    void allowedOriginMayReadTheAnswer(String contentType) {
        Answer answer = Http.post(realm.path(FusioPath.PATH))
                .header("Origin", ORIGIN)
                .header("Content-Type", contentType)
                .body(LOGIN)
                .send();

        Expect.json(answer, 200, FusioPath.DOCUMENTED, Expect.allowed(ORIGIN));
    }

    @Test
    void allowedOriginMayReadAnError() {
        Answer answer = Http.put(realm.path(FusioPath.PATH))
                .header("Origin", ORIGIN)
                .json("{}")
                .send();

        Expect.json(answer, 400, FusioPath.failure("Invalid refresh token"), Expect.allowed(ORIGIN));
    }
}
