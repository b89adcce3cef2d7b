package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Admin;
import dev.legacylogin.server.TestServer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator sees of the jar: in the console under Server info → Providers, and in the log at start-up. */
class ServerInfoIT {
    private static final String VERSION = System.getProperty("legacy.version");

    @Test
    void serverInfoSaysWhatIsThere() {
        Map<String, String> info = Admin.client()
                .serverInfo()
                .getInfo()
                .getProviders()
                .get("realm-restapi-extension")
                .getProviders()
                .get("legacy-login")
                .getOperationalInfo();

        Map<String, String> expected = new TreeMap<>(Map.of(
                "version", VERSION,
                "fusio-paths", "/consumer/login",
                "fusio-client-id", "legacy-fusio",
                "pocketbase-paths", "/auth/login",
                "pocketbase-client-id", "legacy-pocketbase",
                "nomic-paths", "/api/auth/token",
                "nomic-client-id", "legacy-nomic",
                "passport-paths", "/api/auth/login, /oauth/token",
                "sphinx-paths", "/v1/api/auth/login, /v1/api/auth/refresh",
                "sphinx-client-id", "legacy-sphinx"));
        Stream.of("fusio", "pocketbase", "nomic", "passport", "sphinx")
                .forEach(shape -> expected.put(shape + "-root-realm", "legacy"));
        assertThat(info).isEqualTo(expected);
    }

    /** No id is taken from other extensions. */
    @Test
    void thereIsNoOtherProviderOfOurs() {
        Map<String, ?> all = Admin.client()
                .serverInfo()
                .getInfo()
                .getProviders()
                .get("realm-restapi-extension")
                .getProviders();

        assertThat(all.keySet()).contains("legacy-login").doesNotContain("consumer", "auth", "api", "oauth", "v1");
    }

    @Test
    void theLogSaysItToo() throws Exception {
        try (Stream<String> log = Files.lines(TestServer.get().log().orElseThrow())) {
            List<String> lines = log.filter(line -> line.contains("Legacy Login "))
                    .map(line -> line.substring(line.indexOf("Legacy Login ")))
                    .toList();

            assertThat(lines)
                    .containsExactly(
                            said("fusio: paths=/consumer/login, client-id=legacy-fusio"),
                            said("pocketbase: paths=/auth/login, client-id=legacy-pocketbase"),
                            said("nomic: paths=/api/auth/token, client-id=legacy-nomic"),
                            said("passport: paths=/api/auth/login, /oauth/token, client-id=as in the request"),
                            said("sphinx: paths=/v1/api/auth/login, /v1/api/auth/refresh, client-id=legacy-sphinx"));
        }
    }

    private static String said(String shape) {
        return "Legacy Login " + VERSION + ", shape " + shape + ", root-realm=legacy";
    }
}
