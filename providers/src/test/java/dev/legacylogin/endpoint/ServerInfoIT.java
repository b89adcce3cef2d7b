package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Route;
import dev.legacylogin.described.Presets;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.TestServer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.keycloak.representations.info.ProviderRepresentation;

/** What an operator sees of the jar: in the console under Server info → Providers, and in the log at start-up. */
@Isolated
class ServerInfoIT {
    private static final String VERSION = System.getProperty("legacy.version");
    private static final String DESCRIBED_PATHS = "/realms/REALM/legacy-login/clients/CLIENT_ID/...";
    private static final String DESCRIBED_ROOT_PATHS = "/=legacy/root-app, /v0/old=legacy/an ä:b";

    @Test
    void serverInfoSaysWhatIsThere() {
        Map<String, String> info = providers().get("legacy-login").getOperationalInfo();

        Map<String, String> expected = new TreeMap<>(Map.of("version", VERSION));
        for (Route route : Route.EACH_SHAPE) {
            expected.put(route.shape() + "-paths", paths(route.shape()));
            if (!route.namesItsClient()) {
                expected.put(route.shape() + "-client-id", route.clientId());
            }
            expected.put(route.shape() + "-root-realm", "legacy");
        }
        expected.put("described-paths", DESCRIBED_PATHS);
        expected.put("described-root-paths", DESCRIBED_ROOT_PATHS);
        assertThat(info).isEqualTo(expected);
    }

    /** No id is taken from other extensions. */
    @Test
    void thereIsNoOtherProviderOfOurs() {
        assertThat(providers().keySet())
                .contains("legacy-login")
                .doesNotContain("consumer", "auth", "api", "oauth", "v1");
    }

    private static Map<String, ProviderRepresentation> providers() {
        return Admin.client()
                .serverInfo()
                .getInfo()
                .getProviders()
                .get("realm-restapi-extension")
                .getProviders();
    }

    @Test
    void theLogSaysItToo() throws Exception {
        try (Stream<String> log = Files.lines(TestServer.get().log().orElseThrow())) {
            List<String> lines = log.filter(line -> line.contains("Legacy Login "))
                    .map(line -> line.substring(line.indexOf("Legacy Login ")))
                    .toList();

            assertThat(lines)
                    .containsExactlyElementsOf(Stream.concat(
                                    Route.EACH_SHAPE.stream().map(ServerInfoIT::said),
                                    Stream.of("Legacy Login %s, described APIs: paths=%s, presets=%s, root-paths=%s"
                                            .formatted(
                                                    VERSION,
                                                    DESCRIBED_PATHS,
                                                    String.join(", ", Presets.NAMES),
                                                    DESCRIBED_ROOT_PATHS)))
                            .toList());
        }
    }

    private static String said(Route route) {
        return "Legacy Login %s, shape %s: paths=%s, client-id=%s, root-realm=legacy"
                .formatted(
                        VERSION,
                        route.shape(),
                        paths(route.shape()),
                        route.namesItsClient() ? "as in the request" : route.clientId());
    }

    private static String paths(String shape) {
        return Stream.of(Route.values())
                .filter(route -> route.shape().equals(shape))
                .map(Route::path)
                .collect(Collectors.joining(", "));
    }
}
