package dev.legacylogin.nomic;

import dev.legacylogin.http.BasicCredentials;
import java.util.List;
import java.util.Optional;

/** Lets the fuzz tests read a header as the shape does. */
public final class NomicValues {
    private NomicValues() {}

    /** Name and password of what follows {@code Basic}. */
    public static Optional<List<String>> credentials(String encoded) {
        return BasicCredentials.of("Basic " + encoded)
                .filter(BasicCredentials::complete)
                .map(credentials -> List.of(credentials.username(), credentials.password()));
    }
}
