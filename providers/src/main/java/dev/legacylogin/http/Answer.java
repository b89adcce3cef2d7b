package dev.legacylogin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One answer, ready to be sent.
 *
 * @param status HTTP status
 * @param body JSON in UTF-8, or {@code null} for zero bytes
 * @param headers headers besides the ones that every answer carries; a name may come more than once
 */
public record Answer(int status, byte[] body, List<Map.Entry<String, String>> headers) {

    /** An answer with a JSON document. */
    public static Answer json(int status, Object document) {
        return new Answer(status, Json.write(document), List.of());
    }

    /** An answer with zero bytes. */
    public static Answer empty(int status) {
        return new Answer(status, null, List.of());
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, body, List.copyOf(more));
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "Answer " + status;
    }
}
