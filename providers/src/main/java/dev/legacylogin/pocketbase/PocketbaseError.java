package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.LegacyRequest;
import java.util.Map;
import java.util.TreeMap;

/** The documented failure: what {@code ClientResponseError.toJSON()} of the PocketBase JavaScript SDK gives. */
final class PocketbaseError {
    private PocketbaseError() {}

    static Answer wrongCredentials(LegacyRequest request) {
        return answer(400, "Failed to authenticate.", Map.of(), request);
    }

    /** The names of the blank fields are {@code identity} and {@code password}. */
    static Answer blank(Iterable<String> fields, LegacyRequest request) {
        Map<String, Invalid> data = new TreeMap<>();
        fields.forEach(field -> data.put(field, new Invalid("validation_required", "Cannot be blank.")));
        return answer(400, "Something went wrong while processing your request.", data, request);
    }

    static Answer answer(int status, String message, LegacyRequest request) {
        return answer(status, message, Map.of(), request);
    }

    private static Answer answer(int status, String message, Map<String, Invalid> data, LegacyRequest request) {
        String url = request.url().toString();
        Data response = new Data(status, message, data);
        return Answer.json(
                status,
                new ClientResponseError(
                        url,
                        status,
                        response,
                        false,
                        new Original(url, status, response),
                        "ClientResponseError " + status));
    }

    private record ClientResponseError(
            String url, int status, Data response, boolean isAbort, Original originalError, String name) {}

    private record Data(int code, String message, Map<String, Invalid> data) {}

    private record Original(String url, int status, Data data) {}

    private record Invalid(String code, String message) {}
}
