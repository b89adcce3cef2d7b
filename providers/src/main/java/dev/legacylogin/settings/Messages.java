package dev.legacylogin.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * The texts of the settings forms in English. Keycloak has the same file, in {@code theme-resources}, for the admin
 * console, where a theme may bring other languages; this is for what is said outside of the console.
 */
final class Messages {
    /** Beside this class, where the build puts it again: other providers have a file of Keycloak's name too. */
    private static final String FILE = "messages_en.properties";

    private static final Properties ENGLISH = read();

    private Messages() {}

    /** The English text of a message key that the file has. */
    static String english(String key) {
        return Objects.requireNonNull(ENGLISH.getProperty(key), key);
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(Messages.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
