package dev.legacylogin.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Set;

/**
 * A token as anybody who holds it can read it. The signature is not checked.
 *
 * @param claims the claims
 */
public record Jwt(JsonNode claims) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a token. */
    public static Jwt of(String token) {
        try {
            return new Jwt(JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A claim that is a text. */
    public String text(String claim) {
        return claims.path(claim).asText();
    }

    /** A claim that is a point in time, in seconds since the epoch. */
    public long seconds(String claim) {
        return claims.path(claim).asLong();
    }

    /** How long the token lives from its issue on, in seconds. */
    public long lifetime() {
        return seconds("exp") - seconds("iat");
    }

    /** The granted scopes. */
    public Set<String> scopes() {
        return Set.of(text("scope").split(" "));
    }

    /** What it is, and for which client: {@code <Bearer legacy-fusio>}. */
    String shown() {
        return "<" + text("typ") + " " + text("azp") + ">";
    }
}
