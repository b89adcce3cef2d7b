package dev.legacylogin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path directory;

    private Installation installation;

    @BeforeEach
    void writeFiles() throws IOException {
        Path home = Files.createDirectory(directory.resolve("keycloak"));
        Path realms = Files.createDirectory(directory.resolve("realm-config"));
        installation = new Installation(home, directory.resolve("keycloak-legacy-login-2.jar"), realms);
        Files.writeString(home.resolve("version.txt"), "Keycloak - Version 26.0.8\n");
        Files.writeString(installation.jar(), "new");
        Files.writeString(realms.resolve("legacy-realm.json"), "{}");
        Files.writeString(realms.resolve("legacy-clients.json"), "{}");
    }

    @Test
    void versionIsReadFromTheDistribution() {
        assertThat(installation.version()).isEqualTo("26.0.8");
    }

    @Test
    void onlyRealmsAreImported() throws IOException {
        installation.prepare();

        assertThat(namesIn("data/import")).containsExactly("legacy-realm.json");
    }

    @Test
    void jarTakesThePlaceOfItsOlderVersionOnly() throws IOException {
        Path providers = Files.createDirectory(installation.home().resolve("providers"));
        Files.writeString(providers.resolve("keycloak-legacy-login-1.jar"), "old");
        Files.writeString(providers.resolve("other.jar"), "other");

        installation.prepare();

        assertThat(namesIn("providers")).containsExactly("keycloak-legacy-login-2.jar", "other.jar");
    }

    @Test
    void theTestsOwnProvidersAreThereForTestsOnly() throws IOException {
        installation.prepareForTests();
        assertThat(namesIn("providers"))
                .containsExactly("keycloak-legacy-login-2.jar", "keycloak-legacy-login-inserver.jar");

        installation.prepare();
        assertThat(namesIn("providers")).containsExactly("keycloak-legacy-login-2.jar");
    }

    @Test
    void theTestsOwnProvidersKeepTheirTime() throws IOException {
        assertKeepsItsTime("keycloak-legacy-login-inserver.jar", installation::prepareForTests);
    }

    @Test
    void sameJarKeepsItsTime() throws IOException {
        Path installed = assertKeepsItsTime("keycloak-legacy-login-2.jar", installation::prepare);

        Files.writeString(installation.jar(), "newer");
        installation.prepare();
        assertThat(installed).hasContent("newer");
    }

    /** When it is installed once more; gives the place where it is. */
    private Path assertKeepsItsTime(String jar, Runnable prepare) throws IOException {
        Path installed = installation.home().resolve("providers").resolve(jar);
        prepare.run();
        Files.setLastModifiedTime(installed, EARLIER);

        prepare.run();
        assertThat(Files.getLastModifiedTime(installed)).isEqualTo(EARLIER);
        return installed;
    }

    private Stream<String> namesIn(String path) throws IOException {
        try (Stream<Path> files = Files.list(installation.home().resolve(path))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
