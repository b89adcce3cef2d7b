package dev.legacylogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar holds what is in src/main and nothing else: no library, no test, nothing of Keycloak. */
class JarContentIT {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_17 = 61;

    @Test
    void everyClassHasItsSourceHere() throws IOException {
        assertThat(names().stream().filter(JarContentIT::isClass))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(SOURCES.resolve(name.replaceFirst("(\\$.*)?\\.class$", ".java")))
                        .exists());
    }

    @Test
    void allElseIsListedHere() throws IOException {
        assertThat(names().stream().filter(name -> !isClass(name)))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/beans.xml",
                        "META-INF/services/org.keycloak.credential.hash.PasswordHashProviderFactory",
                        "META-INF/services/org.keycloak.protocol.ProtocolMapper",
                        "META-INF/services/org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory",
                        "META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory",
                        "dev/legacylogin/described/presets/drf-authtoken.json",
                        "dev/legacylogin/described/presets/firebase.json",
                        "dev/legacylogin/described/presets/jhipster.json",
                        "dev/legacylogin/described/presets/laravel-sanctum.json",
                        "dev/legacylogin/described/presets/parse.json",
                        "dev/legacylogin/described/presets/pocketbase-native.json",
                        "dev/legacylogin/described/presets/simplejwt.json",
                        "dev/legacylogin/described/presets/strapi.json",
                        "dev/legacylogin/described/presets/tymon-jwt-auth.json",
                        "dev/legacylogin/described/presets/wordpress-jwt-auth.json",
                        "dev/legacylogin/endpoint/openapi.yaml",
                        "dev/legacylogin/settings/messages_en.properties",
                        "theme-resources/messages/messages_en.properties");
    }

    @Test
    void everyClassIsForJava17() throws IOException {
        try (JarFile jar = jar()) {
            for (JarEntry entry : entries(jar)) {
                if (isClass(entry.getName())) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        assertThat(version(in)).as(entry.getName()).isEqualTo(JAVA_17);
                    }
                }
            }
        }
    }

    private static int version(InputStream classFile) throws IOException {
        DataInputStream in = new DataInputStream(classFile);
        assertThat(in.readInt()).isEqualTo(MAGIC);
        in.readUnsignedShort();
        return in.readUnsignedShort();
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class");
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = jar()) {
            return entries(jar).stream().map(JarEntry::getName).toList();
        }
    }

    private static List<JarEntry> entries(JarFile jar) {
        return jar.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    private static JarFile jar() throws IOException {
        return new JarFile(path().toFile());
    }

    private static Path path() {
        return Path.of(System.getProperty("legacy.server.jar"));
    }
}
