package dev.legacylogin.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The JSON of the documented pages, by Keycloak's own Jackson: compact UTF-8 out; strict and bounded in (RFC 8259
 * without its liberties: no duplicate names, no byte order mark, nothing behind the document).
 */
public final class Json {
    /** The deepest nesting that is read. No documented body is deeper than 2. */
    private static final int MAX_DEPTH = 16;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(32)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The document as compact UTF-8. Members come in the order of the record's components. */
    public static byte[] write(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of ours cannot be written", e);
        }
    }

    /**
     * Reads one JSON object.
     *
     * @throws RefusedException {@link Fault#MALFORMED} for anything that is not exactly one JSON object in UTF-8
     */
    public static ObjectNode readObject(byte[] utf8) {
        return parseObject(Utf8.decode(utf8)).orElseThrow(() -> new RefusedException(Fault.MALFORMED));
    }

    /** The JSON object that is in this text, or empty where there is none. */
    public static Optional<ObjectNode> parseObject(String text) {
        return parseObject(text, brokenAt -> {});
    }

    /**
     * The JSON object that is in this text, or empty where there is none.
     *
     * @param brokenAt is told where the text ceases to be one, such as {@code line 3, column 14}
     */
    public static Optional<ObjectNode> parseObject(String text, Consumer<String> brokenAt) {
        JsonLocation location = JsonLocation.NA;
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return Optional.of(object);
            }
        } catch (JsonProcessingException e) {
            // the message of the exception holds a piece of the text: it must not get into a log
            location = e.getLocation() == null ? location : e.getLocation();
        }
        brokenAt.accept(
                "line " + Math.max(1, location.getLineNr()) + ", column " + Math.max(1, location.getColumnNr()));
        return Optional.empty();
    }

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object that is inside an object under these names; those that are not there are made. */
    public static ObjectNode inside(ObjectNode outer, Iterable<String> names) {
        ObjectNode inner = outer;
        for (String name : names) {
            inner = inner.get(name) instanceof ObjectNode there ? there : inner.putObject(name);
        }
        return inner;
    }

    /** An empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Any value as JSON, for instance a claim that is a map.
     *
     * @throws IllegalArgumentException where it cannot be written so
     */
    public static JsonNode toNode(Object value) {
        return MAPPER.valueToTree(value);
    }
}
