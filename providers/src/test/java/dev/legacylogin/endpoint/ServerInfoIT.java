package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Admin;
import dev.legacylogin.server.TestServer;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.info.ProviderRepresentation;

/** What an operator sees of the jar: in the console under Server info → Providers, and in the log at start-up. */
class ServerInfoIT {
    private static final String VERSION = System.getProperty("legacy.version");

    /** A provider, and what is said of it. */
    record Provider(String id, Map<String, String> info) {}

    static Stream<Provider> providers() {
        return Stream.of(
                new Provider("consumer", info("fusio", "/consumer/login", "legacy-fusio")),
                new Provider("auth", info("pocketbase", "/auth/login", "legacy-pocketbase")),
                new Provider("api", info("nomic, passport", "/api/auth/token, /api/auth/login", "legacy-nomic")),
                new Provider(
                        "oauth",
                        Map.of(
                                "version",
                                VERSION,
                                "shapes",
                                "passport",
                                "paths",
                                "/oauth/token",
                                "root-realm",
                                "legacy")),
                new Provider("v1", info("sphinx", "/v1/api/auth/login, /v1/api/auth/refresh", "legacy-sphinx")));
    }

    private static Map<String, String> info(String shapes, String paths, String clientId) {
        return Map.of(
                "version", VERSION, "shapes", shapes, "paths", paths, "client-id", clientId, "root-realm", "legacy");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void serverInfoSaysWhatIsThere(Provider provider) {
        Map<String, ProviderRepresentation> all = Admin.client()
                .serverInfo()
                .getInfo()
                .getProviders()
                .get("realm-restapi-extension")
                .getProviders();

        assertThat(all.get(provider.id()).getOperationalInfo()).isEqualTo(provider.info());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theLogSaysItToo(Provider provider) throws Exception {
        try (Stream<String> log = Files.lines(TestServer.get().log().orElseThrow())) {
            assertThat(log.filter(line -> line.contains("Legacy Login, provider " + provider.id() + ": ")))
                    .singleElement()
                    .satisfies(line -> provider.info()
                            .forEach((key, value) -> assertThat(line).contains(key + "=" + value)));
        }
    }
}
