package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Cookie;
import dev.legacylogin.http.Json;
import dev.legacylogin.token.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The cookie {@code pb_auth}, which wanderer's own clients read instead of the body. */
final class PocketbaseCookie {
    private static final Logger LOG = Logger.getLogger(PocketbaseCookie.class);

    private PocketbaseCookie() {}

    /**
     * The value of the {@code Set-Cookie} header. Where it would not stay under 4096 bytes, the model is trimmed to the
     * members that PocketBase's own SDK keeps, then left away; empty where the token alone is too long.
     */
    static Optional<String> header(Tokens tokens, PocketbaseRecord model, boolean secure) {
        Instant expires = tokens.expiresAt();
        Optional<String> header = Stream.of(model, TrimmedModel.of(model), null)
                .map(some -> encoded(new Content(tokens.accessToken(), some)))
                .flatMap(value -> new Cookie("pb_auth", value, "/", expires, secure, false).header().stream())
                .findFirst();
        if (header.isEmpty()) {
            LOG.warn("The access token is too long for the cookie pb_auth; it was not set");
        }
        return header;
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
