package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that cannot be read is refused in the shape's form, which holds nothing of it. */
@Tag("threat-23")
@ResourceLock(TestRealm.DEMO)
class BadBodyIT {
    private static final TestRealm REALM = TestRealm.demo();

    static Stream<Arguments> json() {
        // wanderer's framework skips a byte order mark
        return crossed(BadBodies.json(), Stream.of(Route.values()).filter(Route::readsBody))
                .filter(each -> each.get()[0] != Route.POCKETBASE
                        || !each.get()[1].toString().equals("a byte order mark"));
    }

    static Stream<Arguments> forms() {
        return crossed(BadBodies.forms(), Stream.of(Route.values()).filter(Route::takesForms));
    }

    private static Stream<Arguments> crossed(Stream<Named<byte[]>> bodies, Stream<Route> routes) {
        var all = routes.toList();
        return bodies.flatMap(body -> all.stream().map(route -> Arguments.of(route, body)));
    }

    @ParameterizedTest
    @MethodSource("json")
    void badJsonIsRefused(Route route, byte[] body) {
        assertMalformed(route, "application/json", body);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aBadFormIsRefused(Route route, byte[] body) {
        assertMalformed(route, "application/x-www-form-urlencoded", body);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void badJsonInChunksIsRefused(Route route) {
        Answer answer = RawHttp.send(chunked(REALM.path(route.path()), "{\"a\":", "\"" + BadBodies.MARK + "\"]"));

        Answers.assertFailure(answer, Failure.of(Fault.MALFORMED, route, REALM));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void sixteenLevelsAreNotTooDeep(Route route) {
        Answer answer = Http.post(route, REALM)
                .json("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")
                .send();

        Answers.assertFailure(answer, Failure.nothingSent(route, REALM));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void aBodyInChunksIsRead(Route route) {
        Answer answer = RawHttp.send(chunked(REALM.path(route.path()), "{\"unknown", "\":1}"));

        Answers.assertFailure(answer, Failure.nothingSent(route, REALM));
    }

    private static void assertMalformed(Route route, String contentType, byte[] body) {
        Answer answer = Http.post(route, REALM)
                .header("Content-Type", contentType)
                .body(body)
                .send();

        Answers.assertFailure(answer, Failure.of(Fault.MALFORMED, route, REALM));
        assertThat(answer.toString()).doesNotContain(BadBodies.MARK);
    }

    static byte[] chunked(String path, String... chunks) {
        StringBuilder request = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\n"
                .formatted(path, TestServer.get().baseUri().getAuthority()));
        request.append("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (String chunk : chunks) {
            request.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return request.append("0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
