package dev.legacylogin.described;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What would come of a description: its mistakes, or else what its endpoints read and answer. It asks nobody, and serves
 * nothing.
 *
 * @param mistakes what is wrong with it
 * @param endpoints its endpoints; none where there are mistakes
 */
@JsonPropertyOrder({"mistakes", "endpoints"})
public record Trial(List<Mistake> mistakes, List<Tried> endpoints) {

    /**
     * One endpoint.
     *
     * @param request a sample request
     * @param answers the answer of a success, and that for each reason, by its name
     */
    @JsonPropertyOrder({"operation", "request", "answers"})
    record Tried(String operation, SampleRequest request, Map<String, SampleAnswer> answers) {}

    /** Of this description. */
    public static Trial of(String text) {
        Description description = Description.of(text);
        return new Trial(
                description.mistakes(),
                description
                        .calls()
                        .map(call -> new Tried(call.operation().key(), SampleRequest.of(call), SampleAnswer.of(call)))
                        .toList());
    }
}
