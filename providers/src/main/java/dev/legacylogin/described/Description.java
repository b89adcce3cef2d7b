package dev.legacylogin.described;

import java.util.List;
import java.util.stream.Stream;

/**
 * A description that was read.
 *
 * @param endpoints its endpoints, by path; none that can be used where there are mistakes
 * @param mistakes what is wrong with it
 */
public record Description(List<DescribedEndpoint> endpoints, List<Mistake> mistakes) {

    /** Reads a description. */
    public static Description of(String text) {
        return new DescriptionReader().read(text);
    }

    /** The calls of all endpoints. */
    Stream<DescribedCall> calls() {
        return endpoints.stream().flatMap(endpoint -> endpoint.calls().stream());
    }

    /** Whether its API can be served. */
    public boolean isUsable() {
        return mistakes.isEmpty();
    }
}
