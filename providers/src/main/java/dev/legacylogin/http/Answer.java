package dev.legacylogin.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One answer, ready to be sent.
 *
 * @param status HTTP status
 * @param type the content type of the body
 * @param body in UTF-8, or {@code null} for zero bytes
 * @param headers headers besides the ones that every answer carries; a name may come more than once
 */
public record Answer(int status, String type, byte[] body, List<Map.Entry<String, String>> headers) {
    private static final String JSON = "application/json";
    private static final Logger LOG = Logger.getLogger(Answer.class);

    /** An answer with a JSON document. */
    public static Answer json(int status, Object document) {
        return of(status, JSON, Json.write(document));
    }

    /** An answer with a body of any type. */
    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, body, List.of());
    }

    /** An answer with zero bytes. */
    public static Answer empty(int status) {
        return of(status, JSON, null);
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, type, body, List.copyOf(more));
    }

    /**
     * The same answer with a cookie: the first of its versions that browsers keep. Where all are too long there is none,
     * and a warning.
     */
    public Answer with(Cookie... versions) {
        Optional<String> kept = Arrays.stream(versions)
                .flatMap(version -> version.header().stream())
                .findFirst();
        if (kept.isEmpty()) {
            LOG.warnf("The token is too long for the cookie %s; it was not set", versions[0].name());
        }
        return kept.map(header -> with("Set-Cookie", header)).orElse(this);
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "Answer " + status;
    }
}
