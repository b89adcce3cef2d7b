package dev.legacylogin.hash;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Argon2 d, i and id in the text of its reference implementation, which all libraries write. Without {@code v=} it is
 * version 1.0. One with a secret key or associated data ({@code keyid=}, {@code data=}) is not taken, as Keycloak's
 * provider knows neither.
 */
final class Argon2 {
    /** 128 MiB. */
    static final int MAX_MEMORY_KIB = 1 << 17;
    /** Memory times iterations: four times over the most memory, about a second. */
    static final int MAX_WORK_KIB = 1 << 19;

    static final int MAX_PARALLELISM = 16;

    private static final int WEAK_WORK_KIB = 1 << 10;
    private static final int MIN_KIB_PER_LANE = 8;
    private static final int MIN_SALT_BYTES = 8;
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 64;
    private static final Map<String, String> VERSIONS = Map.of("16", "1.0", "19", "1.3");

    private static final Pattern FORM =
            Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(\\d+))?\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$,]+)\\$([^$]+)");

    private Argon2() {}

    /** From {@code $argon2} on. */
    static Hash read(String text) throws UnusableHashException {
        Matcher parts = Text.parts(FORM, text, "Argon2");
        String version = parts.group(2) == null ? "1.0" : VERSIONS.get(parts.group(2));
        if (version == null) {
            throw new UnusableHashException("Argon2 is known in versions 16 and 19 (1.0 and 1.3)");
        }
        int parallelism = Text.number(parts.group(5), 1, MAX_PARALLELISM, "Argon2's parallelism (p)");
        int memory =
                Text.number(parts.group(3), MIN_KIB_PER_LANE * parallelism, MAX_MEMORY_KIB, "Argon2's memory (m, KiB)");
        int iterations = Text.number(
                parts.group(4), 1, MAX_WORK_KIB / memory, "The number of Argon2's iterations (t) at this memory");
        byte[] salt = Text.base64(parts.group(6), MIN_SALT_BYTES, MAX_BYTES, "Argon2 salt");
        byte[] key = Text.base64(parts.group(7), MIN_BYTES, MAX_BYTES, "Argon2 hash");
        Map<String, List<String>> parameters = Map.of(
                "type", List.of(parts.group(1)),
                "version", List.of(version),
                "memory", List.of(Integer.toString(memory)),
                "parallelism", List.of(Integer.toString(parallelism)),
                "hashLength", List.of(Integer.toString(key.length)));
        boolean weak = memory * iterations < WEAK_WORK_KIB;
        return new KeycloakHash("argon2", weak, "argon2", iterations, parameters, salt, key);
    }
}
