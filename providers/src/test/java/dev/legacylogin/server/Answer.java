package dev.legacylogin.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param status the status code
 * @param headers the headers; their names are looked up without regard to case
 * @param body the body as UTF-8 text, empty if there is none
 */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** All headers of that name. */
    public List<String> headers(String name) {
        return headers.allValues(name);
    }

    /** The headers by their names, all but the one that changes by the second. */
    public Map<String, List<String>> headersWithoutDate() {
        Map<String, List<String>> all = new TreeMap<>(headers.map());
        all.keySet().removeIf("date"::equalsIgnoreCase);
        return all;
    }

    /** The body as JSON; fails where it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON, with status " + status + ": " + body, e);
        }
    }

    /**
     * A text in the JSON of the body; throws an {@link AssertionError} where there is none.
     *
     * @param pointer where it is: {@code /record/id}
     */
    public String text(String pointer) {
        JsonNode found = json().at(pointer);
        if (!found.isTextual()) {
            throw new AssertionError("No " + pointer + " in " + this);
        }
        return found.textValue();
    }
}
