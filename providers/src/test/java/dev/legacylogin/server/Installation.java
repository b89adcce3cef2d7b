package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An unpacked distribution, and what goes into it.
 *
 * @param home the unpacked distribution
 * @param jar the extension as built
 * @param realmConfig the directory of the realm files, of which {@code *-realm.json} are imported at the start
 */
record Installation(Path home, Path jar, Path realmConfig) {

    private static final String JARS = "keycloak-legacy-login*.jar";
    private static final String REALMS = "*-realm.json";

    /** The one that the build describes by system properties. */
    static Installation ofBuild() {
        return new Installation(
                path("legacy.server.home"), path("legacy.server.jar"), path("legacy.server.realm-config"));
    }

    /** The same jar and realm files in the distribution that {@code -Pupgrade} starts with. */
    static Installation ofOlderVersion() {
        Installation newer = ofBuild();
        return new Installation(path("legacy.server.older-home"), newer.jar, newer.realmConfig);
    }

    private static Path path(String property) {
        Path path = Path.of(System.getProperty(property, ""));
        if (!Files.exists(path) || path.toString().isEmpty()) {
            throw new IllegalStateException("No " + property + " at '" + path + "'. Maven sets it: run mvn verify.");
        }
        return path;
    }

    /** Keycloak's version, as the distribution says it. */
    String version() {
        try {
            String text = Files.readString(home.resolve("version.txt")).trim();
            return text.substring(text.lastIndexOf(' ') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar as it is installed; empty where it is not. */
    Optional<byte[]> installedJar() {
        Path installed = home.resolve("providers").resolve(jar.getFileName());
        try {
            return Files.exists(installed) ? Optional.of(Files.readAllBytes(installed)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs the jar and the realm files; the tests' own providers are not there afterwards. */
    void prepare() {
        prepare(List.of(jar));
    }

    /** Installs the tests' own providers too. */
    void prepareForTests() {
        prepare(List.of(jar, TestProviders.jar(home.getParent())));
    }

    private void prepare(List<Path> jars) {
        try {
            synchronize(jars, JARS, home.resolve("providers"));
            synchronize(
                    list(realmConfig, REALMS), "*.json", home.resolve("data").resolve("import"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same with a home of its own, for a server with other options of the build: what a build writes is not shared,
     * everything else is the same file. Where there is one already, it is used again.
     */
    Installation linkedTo(Path other) {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path source : all.filter(Files::isRegularFile).toList()) {
                Path relative = home.relativize(source);
                Path target = other.resolve(relative.toString());
                if (!relative.startsWith("data") && !relative.startsWith("providers") && !Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    if (relative.startsWith(Path.of("lib", "lib"))) {
                        Files.createLink(target, source);
                    } else {
                        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
            return new Installation(other, jar, realmConfig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the jar out again. */
    void removeJar() {
        try {
            synchronize(List.of(), JARS, home.resolve("providers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a file alone that is there already: a new time of a provider's jar makes Keycloak build itself anew. */
    static void synchronize(List<Path> sources, String pattern, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> targets = sources.stream()
                .map(source -> directory.resolve(source.getFileName()))
                .toList();
        for (Path present : list(directory, pattern)) {
            if (!targets.contains(present)) {
                Files.delete(present);
            }
        }
        for (Path source : sources) {
            Path target = directory.resolve(source.getFileName());
            if (!Files.exists(target) || Files.mismatch(source, target) >= 0) {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static List<Path> list(Path directory, String pattern) throws IOException {
        var matcher = directory.getFileSystem().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
