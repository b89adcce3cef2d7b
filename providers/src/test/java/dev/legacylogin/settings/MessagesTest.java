package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

    /** All jars in Keycloak's providers directory share a class loader, and many have texts. */
    @Test
    void anotherProvidersTextsAreNotTakenForOurs(@TempDir Path other) throws IOException, ReflectiveOperationException {
        Path theirs = other.resolve("theme-resources/messages/messages_en.properties");
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "theirs=Theirs\nlegacyLoginSunset=Theirs\n");
        URL ours = Messages.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] jars = {other.toUri().toURL(), ours};

        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Method english = loader.loadClass(Messages.class.getName()).getDeclaredMethod("english", String.class);
            english.setAccessible(true);

            assertThat(english.invoke(null, "legacyLoginSunset")).isEqualTo("Sunset");
            assertThat(english.invoke(null, "legacyLoginInvalid")).isEqualTo("{0} must be {1}");
        }
    }
}
