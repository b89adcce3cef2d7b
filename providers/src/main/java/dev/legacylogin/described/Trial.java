package dev.legacylogin.described;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What would come of a description: its mistakes, or else what its endpoints read and answer. It asks nobody, and serves
 * nothing.
 *
 * @param mistakes what is wrong with it
 * @param endpoints its endpoints, of very long answers only the first; none where there are mistakes
 */
@JsonPropertyOrder({"mistakes", "endpoints"})
public record Trial(List<Mistake> mistakes, List<Tried> endpoints) {
    /** How long a description may be. */
    public static final int MAX_BYTES = DescriptionReader.MAX_BYTES;

    /** In characters: an answer for all may be as long as a description, and is shown for each endpoint and reason. */
    private static final int MAX_SHOWN = 1 << 20;

    /**
     * One endpoint.
     *
     * @param request a sample request
     * @param answers the answer of a success, and that for each reason, by its name
     */
    @JsonPropertyOrder({"operation", "request", "answers"})
    record Tried(String operation, SampleRequest request, Map<String, SampleAnswer> answers) {
        private int length() {
            return answers.values().stream()
                    .mapToInt(
                            answer -> answer.body() == null ? 0 : answer.body().length())
                    .sum();
        }
    }

    /** Of this description. */
    public static Trial of(String text) {
        Description description = Description.of(text);
        List<Tried> endpoints = new ArrayList<>();
        int shown = 0;
        for (Iterator<DescribedCall> calls = description.calls().iterator(); calls.hasNext() && shown < MAX_SHOWN; ) {
            DescribedCall call = calls.next();
            Tried tried = new Tried(call.operation().key(), SampleRequest.of(call), SampleAnswer.of(call));
            shown += tried.length();
            endpoints.add(tried);
        }
        return new Trial(description.mistakes(), List.copyOf(endpoints));
    }
}
