package dev.legacylogin.admin;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** Which of the forms of an answer the caller wants most. */
final class Accepted {
    private Accepted() {}

    /**
     * The form that fits the first of the types in {@code Accept} that one fits.
     *
     * @param forms by type; the first that fits a type is taken
     * @throws NotAcceptableException where none fits, or the header cannot be read
     */
    static <T> T of(HttpHeaders headers, List<Map.Entry<MediaType, T>> forms) {
        for (MediaType accepted : accepted(headers)) { // the most wanted first
            for (Map.Entry<MediaType, T> form : forms) {
                if (accepted.isCompatible(form.getKey())) {
                    return form.getValue();
                }
            }
        }
        throw new NotAcceptableException();
    }

    private static List<MediaType> accepted(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw new NotAcceptableException();
        }
    }
}
