package dev.legacylogin.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.storage.UserStorageProviderFactory;

/**
 * The providers of the tests' own, which run inside of the test server: the package {@code inserver}, in a jar beside
 * the extension's. A server that was started by somebody else does not have them.
 */
public final class TestProviders {
    private static final String PACKAGE = "dev/legacylogin/inserver/";
    private static final Map<String, String> SERVICES = Map.of(
            UserStorageProviderFactory.class.getName(), "dev.legacylogin.inserver.StoreFactory",
            ProtocolMapper.class.getName(), "dev.legacylogin.inserver.Mapper");

    private TestProviders() {}

    /** Skips the test, visibly, where the server does not have them: one that the tests did not start. */
    public static void needed() {
        assumeTrue(
                !(TestServer.get() instanceof RunningServer),
                "a running server does not have the tests' own providers");
    }

    /**
     * Writes the jar, the same bytes every time.
     *
     * @param directory where; under a name that an {@link Installation} takes for one of the extension's
     */
    static Path jar(Path directory) {
        try {
            Path jar = directory.resolve("keycloak-legacy-login-inserver.jar");
            Files.write(jar, bytes());
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (Path file : classFiles()) {
            entries.put(PACKAGE + file.getFileName(), Files.readAllBytes(file));
        }
        SERVICES.forEach((service, provider) ->
                entries.put("META-INF/services/" + service, provider.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                JarEntry name = new JarEntry(entry.getKey());
                name.setTime(0);
                jar.putNextEntry(name);
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(classes()))) {
            return files.sorted().toList();
        }
    }

    private static URI classes() {
        try {
            return TestProviders.class.getResource("/" + PACKAGE).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
