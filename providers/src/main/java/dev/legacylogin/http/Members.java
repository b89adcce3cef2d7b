package dev.legacylogin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The members of a request body. Only the ones that are asked for by name are ever used: all others are dropped. */
public final class Members {
    /** Of a body that has none. */
    public static final Members NONE = new Members(Json.object());

    /** A code point of its own: whole pairs are none. */
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

    private final ObjectNode object;

    /**
     * The parameters of a query (WHATWG URL standard, section 5.1).
     *
     * @param query without its question mark, or {@code null} where there is none
     * @throws RefusedException {@link Fault#MALFORMED}: not UTF-8
     */
    public static Members ofQuery(String query) {
        return query == null ? NONE : new Members(Form.read(query.getBytes(StandardCharsets.UTF_8)));
    }

    /** The members of this JSON object. */
    public Members(ObjectNode object) {
        this.object = object;
    }

    /**
     * A text that is not blank. A member that is absent, null, blank or of another type is empty. Half of a surrogate
     * pair, which no encoding of Unicode can say, is U+FFFD, as in the browsers' and Go's JSON.
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .map(text -> HALF_A_PAIR.matcher(text).replaceAll("\uFFFD"))
                .filter(text -> !text.isBlank());
    }

    /** The members of an object that is a member; none where there is no such object. */
    public Members object(String name) {
        return object.get(name) instanceof ObjectNode inner ? new Members(inner) : NONE;
    }

    /** Is this the value of a member? A text counts as the number or the boolean that it says, as a form has it. */
    public boolean is(String name, JsonNode expected) {
        JsonNode value = object.get(name);
        return value != null
                && value.isValueNode()
                && !value.isNull()
                && value.asText().equals(expected.asText());
    }

    /** As {@link #text}, but an integer counts as its digits, as PHP compares them. */
    public Optional<String> textOrInteger(String name) {
        return Optional.ofNullable(object.get(name))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asText)
                .or(() -> text(name));
    }

    /** As {@link #textOrInteger}, without what PHP's {@code trim} takes away at both ends. */
    public Optional<String> trimmed(String name) {
        return textOrInteger(name).map(Blanks::trimAsPhp).filter(text -> !text.isEmpty());
    }

    /** Is there a value at all? False where the member is absent, null or an empty array. */
    public boolean has(String name) {
        JsonNode value = object.get(name);
        return value != null && !value.isNull() && !(value.isArray() && value.isEmpty());
    }

    /** The texts of an array, in order. What is not a text is left out; what is not an array has none. */
    public List<String> texts(String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(value.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }
}
