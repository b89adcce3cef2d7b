package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawHttp;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A Host header that cannot be read, or none: 400 before anything else, on every version (RFC 9112, section 3.2). In
 * HTTP/1.1 that is the HTTP server's own answer; HTTP/1.0 it lets through.
 */
class UnreadableHostIT {

    @ParameterizedTest
    @EnumSource
    void isABadRequest(Route route) {
        for (String path : List.of(route.path(), "/realms/legacy" + route.path())) {
            for (String host : List.of("Host: [x\r\n", "Host: a b\r\n", "")) {
                Answer answer = send(path, host);
                assertThat(answer.status()).as(host).isEqualTo(400);
                assertThat(answer.body()).as(host).isEmpty();
                assertThat(answer.header("Cache-Control")).as(host).contains("no-store");
                assertThat(answer.header("X-Content-Type-Options")).as(host).contains("nosniff");
            }
        }
    }

    private static Answer send(String path, String host) {
        return RawHttp.send("POST " + path + " HTTP/1.0\r\n" + host
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }
}
