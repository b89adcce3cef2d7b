package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No more than 16 KiB of a body is read, announced or in chunks, below the server's own limit or above it. */
@Tag("threat-23")
@ResourceLock(TestRealm.DEMO)
class OversizeIT {
    private static final int LIMIT = 16 * 1024;
    private static final TestRealm REALM = TestRealm.demo();

    static Stream<Arguments> routesAndSizes() {
        return Route.crossed(Route.READING_BODY, List.of(LIMIT + 1, 200_000, 2_000_000));
    }

    @ParameterizedTest
    @MethodSource("routesAndSizes")
    void aLongerBodyIsRefused(Route route, int size) {
        Answer answer = Http.post(route, REALM).json(bodyOf(size)).send();

        Answers.assertFailure(answer, Failure.of(Fault.TOO_LARGE, route, REALM));
        assertThat(answer.toString()).doesNotContain(BadBodies.MARK);
    }

    /** Keycloak itself would answer this with a 413 of its own. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void twelveMegabytesAreRefusedBeforeTheyAreAllSent(Route route) {
        Answer answer = RawHttp.send(startOfTwelveMegabytes(REALM.path(route.path()), ""));

        Answers.assertFailure(answer, Failure.of(Fault.TOO_LARGE, route, REALM));
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void aLongerFormIsRefused(Route route) {
        Answer answer = Http.post(route, REALM)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("a=" + "x".repeat(LIMIT - 1))
                .send();

        Answers.assertFailure(answer, Failure.of(Fault.TOO_LARGE, route, REALM));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void aLongerBodyInChunksIsRefused(Route route) {
        Answer answer =
                RawHttp.send(BadBodyIT.chunked(REALM.path(route.path()), "{\"a\":\"", "x".repeat(LIMIT), "\"}"));

        Answers.assertFailure(answer, Failure.of(Fault.TOO_LARGE, route, REALM));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void sixteenKibibytesAreRead(Route route) {
        Answer answer = Http.post(route, REALM).json(bodyOf(LIMIT)).send();

        Answers.assertFailure(answer, Failure.nothingSent(route, REALM));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void theSizeIsToldBeforeTheContentType(Route route) {
        Answer answer = Http.post(route, REALM)
                .header("Content-Type", "application/xml")
                .body(bodyOf(LIMIT + 1))
                .send();

        Answers.assertFailure(answer, Failure.of(Fault.TOO_LARGE, route, REALM));
    }

    @Test
    void nomicReadsNoBodyHoweverLong() {
        for (int size : new int[] {LIMIT + 1, 200_000, 2_000_000}) {
            try (TestUser user = REALM.createUser("a password")) {
                Answer answer =
                        Calls.right(Route.NOMIC, REALM, user).body(bodyOf(size)).send();

                Answers.assertGranted(Route.NOMIC, answer);
            }
        }
    }

    @Test
    void nomicDoesNotWaitForTwelveMegabytes() {
        try (TestUser user = REALM.createUser("a password")) {
            String basic = Base64.getEncoder()
                    .encodeToString((user.username() + ":" + user.password()).getBytes(StandardCharsets.UTF_8));
            String authorization = "Authorization: Basic " + basic + "\r\n";

            Answers.assertGranted(
                    Route.NOMIC, RawHttp.send(startOfTwelveMegabytes(REALM.path(Route.NOMIC.path()), authorization)));
        }
    }

    private static String startOfTwelveMegabytes(String path, String headers) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: 12000000\r\n\r\n"
                        .formatted(path, TestServer.get().baseUri().getAuthority(), headers)
                + bodyOf(20_000);
    }

    private static String bodyOf(int bytes) {
        String start = "{\"a\":\"" + BadBodies.MARK;
        String end = "\"}";
        return start + "x".repeat(bytes - start.length() - end.length()) + end;
    }
}
