package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A Host header that cannot be read, or none: 400 before anything else, on every version (RFC 9112, section 3.2). */
@Tag("threat-29")
class UnreadableHostIT {
    private static final List<String> HOSTS = List.of(
            "Host: [x\r\n",
            "Host: [v1.x]\r\n",
            "Host: [v1.x]:8080\r\n",
            "Host: [::g]\r\n",
            "Host: a b\r\n",
            "Host: a@b\r\n",
            "Host: a/b\r\n",
            "Host: a:b\r\n",
            "Host: a:99999\r\n",
            "Host: \u00e4\r\n",
            "Host: \u00c3\u00a4.example.org\r\n",
            "Host:\r\n",
            "");

    static Stream<Arguments> routesAndVersions() {
        return Route.crossed(List.of(Route.values()), List.of("HTTP/1.0", "HTTP/1.1"));
    }

    @ParameterizedTest
    @MethodSource("routesAndVersions")
    void isABadRequest(Route route, String version) {
        for (String path : List.of(route.path(), "/realms/legacy" + route.path())) {
            for (String host :
                    HOSTS.stream().filter(UnreadableHostIT::isAnswered).toList()) {
                Answer answer = send(path, version, host);
                assertThat(answer.status()).as(host).isEqualTo(400);
                assertThat(answer.body()).as(host).isEmpty();
                assertThat(answer.header("Content-Type")).as(host).isEmpty();
                if (!isKeycloaksOwn(version)) {
                    assertThat(answer.header("Cache-Control")).as(host).contains("no-store");
                    assertThat(answer.header("X-Content-Type-Options")).as(host).contains("nosniff");
                }
            }
        }
    }

    /** Keycloak 26.1 to 26.3 answer nothing to a byte above 127 in it, at their own paths neither. */
    static boolean isAnswered(String host) {
        return host.chars().allMatch(c -> c <= '~')
                || !TestServer.get().version().matches("26\\.[1-3]\\..*");
    }

    /** Keycloak 26.0 refuses these in HTTP/1.1 by itself, and says nothing more. */
    private static boolean isKeycloaksOwn(String version) {
        return version.equals("HTTP/1.1") && TestServer.get().isBefore(1);
    }

    private static Answer send(String path, String version, String host) {
        return RawHttp.send("POST " + path + " " + version + "\r\n" + host
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }
}
