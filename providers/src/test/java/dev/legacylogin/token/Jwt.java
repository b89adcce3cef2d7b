package dev.legacylogin.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * What everybody who holds a token can read in it.
 *
 * @param header the header
 * @param claims the claims
 */
public record Jwt(ObjectNode header, ObjectNode claims) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a token without verifying it. */
    public static Jwt of(String token) {
        String[] parts = token.split("\\.");
        return new Jwt(object(parts[0]), object(parts[1]));
    }

    private static ObjectNode object(String part) {
        try {
            return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A claim that is a text. */
    public String text(String claim) {
        return claims.path(claim).textValue();
    }

    /** A claim that is a number. */
    public long number(String claim) {
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
}
