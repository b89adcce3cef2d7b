package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.KeepAlive;
import dev.legacylogin.server.Nginx;
import dev.legacylogin.server.TestServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A measurement and no part of the suite (its name does not end in IT): {@code mvn verify -Dit.test=KeptConnections},
 * with {@code -Drequests=N} for another number than a million each. Whether all requests of kept connections are answered
 * whose body is empty or not read, directly and through nginx, {@code -Dnginx.path=…} where it is not where Debian has it.
 */
@Timeout(3600)
@Tag("threat-23")
@Isolated
class KeptConnections {
    private static final long REQUESTS = Long.getLong("requests", 1_000_000);
    private static final String REFUSED = "HTTP/1.1 403 Forbidden";
    private static final String UNKNOWN = "HTTP/1.1 404 Not Found";

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void directly(int length) {
        assertAllAnswered(TestServer.get().baseUri(), length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void throughNginx(int length) {
        try (Nginx nginx = Nginx.before(TestServer.get().baseUri())) {
            assertAllAnswered(nginx.uri(), length);
        }
    }

    /** Where no credentials are sent, and where the shape is off. */
    private static void assertAllAnswered(URI server, int length) {
        String refused = request("/realms/legacy/api/auth/token", length);
        assertThat(KeepAlive.send(server, refused, REQUESTS)).isEqualTo(Map.of(REFUSED, REQUESTS));
        String unknown = request("/realms/master/consumer/login", length);
        assertThat(KeepAlive.send(server, unknown, REQUESTS / 4)).isEqualTo(Map.of(UNKNOWN, REQUESTS / 4));
    }

    private static String request(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n"
                + "x".repeat(length);
    }
}
