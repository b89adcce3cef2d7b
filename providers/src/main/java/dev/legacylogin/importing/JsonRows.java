package dev.legacylogin.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/**
 * A JSON array of objects. A value that is an object or a list is its JSON text. Behind a place where it is no JSON,
 * nobody can tell where the next row begins: that is the last refusal. So it is behind a text that is longer than any
 * row, by far, and behind what is nested deeper than Jackson reads.
 */
final class JsonRows implements Rows {
    /** Of a text: what MySQL's MEDIUMTEXT holds. Its row is refused long before; behind it reading goes on. */
    private static final int MAX_TEXT = 16 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_TEXT)
                            .maxNameLength(MAX_BYTES)
                            .build())
                    .build())
            .build();

    private final JsonParser parser;
    private int number;
    private boolean ended;

    JsonRows(InputStream file) throws IOException {
        parser = begun(file);
    }

    /** A parser that is in the array. */
    private static JsonParser begun(InputStream file) throws IOException {
        try {
            JsonParser parser = MAPPER.createParser(file);
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return parser;
            }
        } catch (JsonProcessingException | CharConversionException e) {
            // that is no JSON, and so no array
        }
        throw new IllegalArgumentException("The file is no JSON array.");
    }

    @Override
    public Row next() throws IOException, RefusedRowException {
        if (ended) {
            return null;
        }
        try {
            return row();
        } catch (JsonProcessingException | CharConversionException e) { // the latter where it looks like UTF-32
            ended = true;
            throw new RefusedRowException(number, null, "It is no JSON, and so the file cannot be read from here on.");
        }
    }

    private Row row() throws IOException, RefusedRowException {
        number++;
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            if (parser.nextToken() != null) {
                throw new RefusedRowException(number, null, "There is something behind the array.");
            }
            return null;
        }
        if (token == null) {
            ended = true;
            throw new RefusedRowException(number, null, "The array has no end.");
        }
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            throw new RefusedRowException(number, null, "It is no JSON object.");
        }
        return new Row(number, members(parser));
    }

    /** The members of the object that the parser has begun. */
    private Map<String, String> members(JsonParser object) throws IOException, RefusedRowException {
        Map<String, String> values = new HashMap<>();
        long length = 0;
        String twice = null;
        while (object.nextToken() != JsonToken.END_OBJECT) {
            String name = object.currentName();
            object.nextToken();
            String text = text(object);
            length += name.length() + (text == null ? 0 : text.length());
            if (values.containsKey(name)) {
                twice = name; // as SELECT * has it of two tables: nobody knows which one is meant
            } else if (length <= MAX_BYTES) {
                values.put(name, text);
            }
        }
        if (length > MAX_BYTES) {
            throw new RefusedRowException(number, null, "It is longer than 64 KiB.");
        }
        if (twice != null) {
            throw new RefusedRowException(number, twice, "It is there twice.");
        }
        return values;
    }

    private static String text(JsonParser value) throws IOException {
        if (value.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value.currentToken().isScalarValue()) {
            return value.getText();
        }
        Beginning text = new Beginning();
        try (JsonGenerator copy = MAPPER.createGenerator(text)) {
            copy.copyCurrentStructure(value);
        }
        return text.toString();
    }

    /** Keeps of a text what shows whether it is too long: an array can be as long as the file. */
    private static final class Beginning extends Writer {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] from, int offset, int length) {
            text.append(from, offset, Math.min(length, MAX_BYTES + 1 - text.length()));
        }

        @Override
        public void flush() {
            // it is all there
        }

        @Override
        public void close() {
            // there is nothing to close
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
