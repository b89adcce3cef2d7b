package dev.legacylogin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A token as anybody who holds it can read it. The signature is not checked.
 *
 * @param header the header
 * @param claims the claims
 */
public record Jwt(ObjectNode header, ObjectNode claims) {
    /** Reads a token. */
    public static Jwt of(String token) {
        String[] parts = token.split("\\.");
        return new Jwt(object(parts[0]), object(parts[1]));
    }

    private static ObjectNode object(String part) {
        return Texts.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    /** JSON as a part of a token has it. */
    public static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A claim that is a text, {@code null} where it is none. */
    public String text(String claim) {
        return claims.path(claim).textValue();
    }

    /** A claim that is a point in time, in seconds since the epoch. */
    public long seconds(String claim) {
        return claims.path(claim).longValue();
    }

    /** The names in the claim {@code scope}. */
    public Set<String> scopes() {
        return Set.of(claims.path("scope").asText().split(" "));
    }

    /** The claims that stay as they are when a token is issued anew. Scopes come in any order, so they are left out. */
    public ObjectNode lastingClaims() {
        return claims.deepCopy().without(List.of("exp", "iat", "jti", "scope"));
    }

    /** What it is, and for which client: {@code <Bearer legacy-fusio>}. */
    public String shown() {
        return "<" + text("typ") + " " + text("azp") + ">";
    }
}
