package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Answer;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The documented failure: what {@code ClientResponseError.toJSON()} of the PocketBase JavaScript SDK gives. */
final class PocketbaseError {
    private PocketbaseError() {}

    static Answer wrongCredentials(URI url) {
        return answer(400, "Failed to authenticate.", Map.of(), url);
    }

    /** The names of the blank fields are {@code identity} and {@code password}. */
    static Answer blank(Iterable<String> fields, URI url) {
        Map<String, Invalid> data = new TreeMap<>();
        fields.forEach(field -> data.put(field, new Invalid("validation_required", "Cannot be blank.")));
        return answer(400, "Something went wrong while processing your request.", data, url);
    }

    static Answer answer(int status, String message, URI url) {
        return answer(status, message, Map.of(), url);
    }

    private static Answer answer(int status, String message, Map<String, Invalid> data, URI url) {
        Data response = new Data(status, message, data);
        return Answer.json(
                status,
                new ClientResponseError(
                        url.toString(),
                        status,
                        response,
                        false,
                        new Original(url.toString(), status, response),
                        "ClientResponseError " + status));
    }

    private record ClientResponseError(
            String url, int status, Data response, boolean isAbort, Original originalError, String name) {}

    private record Data(int code, String message, Map<String, Invalid> data) {}

    private record Original(String url, int status, Data data) {}

    private record Invalid(String code, String message) {}
}
