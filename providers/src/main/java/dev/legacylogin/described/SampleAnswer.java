package dev.legacylogin.described;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An answer of an endpoint, without the headers that every answer has.
 *
 * @param status HTTP status
 * @param type the content type; absent where there is no body
 * @param headers by name
 * @param body a document, or a text, as JSON
 */
@JsonPropertyOrder({"status", "type", "headers", "body"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SampleAnswer(
        int status,
        String type,
        Map<String, String> headers,
        @JsonRawValue String body) {
    /** The name of the answer of a success; the others have those of their reasons. */
    static final String SUCCESS = "success";

    /** All that an endpoint may answer over HTTPS: a success in which each value has its own name, then the refusals. */
    static Map<String, SampleAnswer> of(DescribedCall call) {
        Map<String, SampleAnswer> answers = new LinkedHashMap<>();
        answers.put(SUCCESS, of(call.success().in(Facts.SAMPLE, true)));
        Problem.possible(call)
                .forEach(problem -> answers.put(problem.key(), of(call.errors().answer(problem, true))));
        return answers;
    }

    private static SampleAnswer of(Answer answer) {
        Map<String, String> headers = answer.headers().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one + ", " + other,
                        LinkedHashMap::new));
        return answer.body() == null
                ? new SampleAnswer(answer.status(), null, headers, null)
                : new SampleAnswer(answer.status(), answer.type(), headers, body(answer));
    }

    private static String body(Answer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.type().endsWith("json") ? body : new TextNode(body).toString();
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "SampleAnswer " + status;
    }
}
