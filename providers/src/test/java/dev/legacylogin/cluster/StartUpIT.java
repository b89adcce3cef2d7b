package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Cluster;
import dev.legacylogin.server.Node;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Server options that cannot be meant are told at start-up, and keep nothing from starting. */
class StartUpIT {
    private final Node node = Cluster.get().a();

    @AfterEach
    void startAsBefore() {
        node.close();
        node.start();
    }

    @Test
    void nonsenseIsWarnedOf() throws Exception {
        node.close();
        node.start(
                "--spi-realm-restapi-extension--legacy-login--fusio-root-realm=nowhere",
                "--spi-realm-restapi-extension--legacy-login--pocketbase-rootrealm=legacy",
                "--spi-realm-restapi-extension--legacy-login--passport-client-id=2",
                "--spi-realm-restapi-extension--legacy-login--described-root-paths="
                        + "/a=nowhere/x, /admin=legacy/x, b=legacy/x, /c=legacy/x/y, /d=legacy/x");

        List<String> warnings = Files.readAllLines(node.log().orElseThrow()).stream()
                .filter(line -> line.contains(" WARN ") && line.contains("spi-realm-restapi-extension"))
                .map(line -> line.substring(line.indexOf(") ") + 2))
                .sorted()
                .toList();
        assertThat(warnings)
                .containsExactly(
                        unusable("/admin=legacy/x"),
                        unusable("/c=legacy/x/y"),
                        unusable("b=legacy/x"),
                        "The server option spi-realm-restapi-extension--legacy-login--passport-client-id"
                                + " is not known and does nothing",
                        "The server option spi-realm-restapi-extension--legacy-login--pocketbase-rootrealm"
                                + " is not known and does nothing",
                        "There is no realm nowhere, which"
                                + " spi-realm-restapi-extension--legacy-login--described-root-paths names: the"
                                + " documented paths answer 404 at the root until there is one",
                        "There is no realm nowhere, which spi-realm-restapi-extension--legacy-login--fusio-root-realm"
                                + " names: the documented paths answer 404 at the root until there is one");
    }

    private static String unusable(String entry) {
        return "The server option spi-realm-restapi-extension--legacy-login--described-root-paths has an entry that is"
                + " not PREFIX=REALM/CLIENT_ID, or whose prefix is Keycloak's own, and does nothing: " + entry;
    }
}
