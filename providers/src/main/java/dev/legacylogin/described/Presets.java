package dev.legacylogin.described;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The descriptions that come in the jar, each of an API that many have: {@code presets/NAME.json}. */
public final class Presets {
    /** Their names, as a form has them. */
    public static final List<String> NAMES = List.of(
            "simplejwt",
            "drf-authtoken",
            "strapi",
            "wordpress-jwt-auth",
            "tymon-jwt-auth",
            "laravel-sanctum",
            "jhipster",
            "parse",
            "firebase",
            "pocketbase-native");

    private static final Map<String, String> TEXTS = read();

    private Presets() {}

    /** The description of this name, which must be one of {@link #NAMES}. */
    public static String text(String name) {
        return TEXTS.get(name);
    }

    private static Map<String, String> read() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : NAMES) {
            try (InputStream file = Presets.class.getResourceAsStream("presets/" + name + ".json")) {
                texts.put(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
