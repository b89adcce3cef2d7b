package dev.legacylogin.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A JSON array of objects. A value that is an object or a list is its JSON text. Behind a place where it is no JSON,
 * nobody can tell where the next row begins: that is the last refusal.
 */
final class JsonRows implements Rows {
    private static final int MAX_DEPTH = 16;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_BYTES)
                            .maxNameLength(MAX_BYTES)
                            .build())
                    .build())
            .build();

    private final JsonParser parser;
    private int number;
    private boolean ended;

    JsonRows(InputStream file) throws IOException {
        parser = MAPPER.createParser(file);
        try {
            ended = parser.nextToken() != JsonToken.START_ARRAY;
        } catch (JsonProcessingException e) {
            ended = true;
        }
        if (ended) {
            throw new IllegalArgumentException("The file is no JSON array.");
        }
    }

    @Override
    public Row next() throws IOException, RefusedRowException {
        if (ended) {
            return null;
        }
        try {
            return row();
        } catch (JsonProcessingException e) {
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
        int length = 0;
        while (object.nextToken() != JsonToken.END_OBJECT) {
            String name = object.currentName();
            JsonToken value = object.nextToken();
            String text = value == JsonToken.VALUE_NULL
                    ? null
                    : value.isScalarValue()
                            ? object.getText()
                            : MAPPER.readTree(object).toString();
            length += name.length() + (text == null ? 0 : text.length());
            if (length <= MAX_BYTES) {
                values.put(name, text);
            }
        }
        if (length > MAX_BYTES) {
            throw new RefusedRowException(number, null, "It is longer than 64 KiB.");
        }
        return values;
    }
}
