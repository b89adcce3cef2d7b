package dev.legacylogin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tests read of the repository, and JSON in texts. */
public final class Texts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Texts() {}

    /** A file, by its path in the repository: {@code docs/security.md}. */
    public static String file(String path) {
        try {
            return Files.readString(Path.of("..", path)); // Maven runs the tests in their module
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource, by its path from a class: {@code calls.txt}. */
    public static String resource(Class<?> beside, String path) {
        try (InputStream in = beside.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object that is written in a text; fails where it is none. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
