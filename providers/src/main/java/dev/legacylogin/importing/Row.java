package dev.legacylogin.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Utf8;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the old system's table.
 *
 * @param number counted from 1, without the CSV's header
 * @param values by column; a column without a value has {@code null}, or is missing
 */
public record Row(int number, Map<String, String> values) {

    /** The members of a JSON object. A value that is an object or a list is its JSON text. */
    public static Row of(int number, ObjectNode object) {
        Map<String, String> values = new HashMap<>();
        object.properties().forEach(member -> values.put(member.getKey(), text(member.getValue())));
        return new Row(number, values);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /**
     * The text in the first of these columns that is not empty: what a column is called depends on the old system's
     * version.
     *
     * @throws RefusedRowException where it has what no database can store: NUL, half a surrogate
     */
    public Optional<String> text(String... columns) throws RefusedRowException {
        Optional<String> column = Stream.of(columns).filter(this::isFilled).findFirst();
        if (column.isPresent() && !isStorable(values.get(column.get()))) {
            throw refused(column.get(), "It has characters that cannot be stored.");
        }
        return column.map(values::get);
    }

    private boolean isFilled(String column) {
        String value = values.get(column);
        return value != null && !value.isEmpty();
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && Utf8.isEncodable(text);
    }

    /** Whether the table has this column. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /**
     * Yes or no: {@code 1}, {@code true}, {@code t} and {@code yes}, or {@code 0}, {@code false}, {@code f} and {@code no}.
     *
     * @throws RefusedRowException where it is neither
     */
    public Optional<Boolean> flag(String column) throws RefusedRowException {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.get().toLowerCase(Locale.ROOT)) {
                    case "1", "true", "t", "yes" -> true;
                    case "0", "false", "f", "no" -> false;
                    default -> throw refused(column, "It is neither true nor false.");
                });
    }

    /**
     * An integer.
     *
     * @throws RefusedRowException where it is none
     */
    public Optional<Integer> integer(String column) throws RefusedRowException {
        Optional<String> text = text(column);
        if (text.isPresent() && !text.get().matches("-?[0-9]{1,9}")) {
            throw refused(column, "It is no integer.");
        }
        return text.map(Integer::valueOf);
    }

    /** That this row cannot be taken. */
    public RefusedRowException refused(String field, String reason) {
        return new RefusedRowException(number, field, reason);
    }

    /** Without its values, which are secrets. */
    @Override
    public String toString() {
        return "Row[number=" + number + "]";
    }
}
