package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.http.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** How a value is written. One that does not fit counts as missing: it never makes a login fail. */
enum Form {
    TEXT("text", value -> value.isValueNode() ? new TextNode(value.asText()) : null),
    INTEGER("integer", value -> new LongNode(new BigDecimal(value.asText().strip()).longValueExact())),
    BOOLEAN("boolean", value -> switch (value.asText()) {
        case "true", "1" -> BooleanNode.TRUE;
        case "false", "0" -> BooleanNode.FALSE;
        default -> null;
    }),
    LIST("list", value -> value.isArray() ? value : Json.array().add(value)),
    JSON(
            "json",
            value -> value.isTextual() ? Json.parseObject(value.textValue()).orElse(null) : value),
    /** Of seconds. */
    THOUSANDFOLD("milliseconds", value -> new LongNode(value.longValue() * 1000)),
    /** Of milliseconds since the epoch. */
    ISO("iso", value -> new TextNode(iso(value.longValue()))),
    EPOCH("epoch", value -> new LongNode(Math.floorDiv(value.longValue(), 1000L))),
    MILLISECONDS("milliseconds", value -> value);

    private final String key;
    private final Function<JsonNode, JsonNode> write;

    Form(String key, Function<JsonNode, JsonNode> write) {
        this.key = key;
        this.write = write;
    }

    /** Its name in a description. */
    String key() {
        return key;
    }

    /**
     * The value in this form, {@code null} where it is missing or does not fit. A list that is missing is an empty one.
     *
     * @param value as it is known, or {@code null}
     */
    JsonNode of(JsonNode value) {
        if (value == null || value.isNull()) {
            return this == LIST ? Json.array() : null;
        }
        try {
            return write.apply(this == LIST ? value : only(value));
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** Of a list with one value, that value counts. */
    private static JsonNode only(JsonNode value) {
        return value instanceof ArrayNode list && list.size() == 1 ? list.get(0) : value;
    }

    /** As browsers write a date: with milliseconds, always. */
    private static String iso(long millis) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }
}
