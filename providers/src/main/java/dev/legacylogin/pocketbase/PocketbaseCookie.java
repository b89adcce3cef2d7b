package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Cookie;
import dev.legacylogin.http.Json;
import dev.legacylogin.token.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The cookie {@code pb_auth}, which wanderer's own clients read instead of the body. */
final class PocketbaseCookie {
    private PocketbaseCookie() {}

    /**
     * The cookie, and what to set instead where it is too long for browsers: the model is trimmed to the members that
     * PocketBase's own SDK keeps, then left away.
     */
    static Cookie[] versions(Tokens tokens, PocketbaseRecord model, boolean secure) {
        return Stream.of(model, TrimmedModel.of(model), null)
                .map(some -> encoded(new Content(tokens.accessToken(), some)))
                .map(value -> new Cookie("pb_auth", value, "/", tokens.expiresAt(), secure, false))
                .toArray(Cookie[]::new);
    }

    private static String encoded(Content content) {
        String json = new String(Json.write(content), StandardCharsets.UTF_8);
        return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Content(String token, Object model) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Content";
        }
    }

    private record TrimmedModel(String id, String email, String collectionId, String username, boolean verified) {
        static TrimmedModel of(PocketbaseRecord model) {
            return new TrimmedModel(
                    model.id(), model.email(), model.collectionId(), model.username(), model.verified());
        }
    }
}
