package dev.legacylogin.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.legacylogin.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What {@code BearerTokenValidator} of league/oauth2-server 7.4 does over lcobucci/jwt 3.3, without the look into
 * {@code oauth_access_tokens}, which {@code docs/backends.md} replaces; written anew, because it is PHP.
 *
 * @param key the server's
 */
record League(PublicKey key) {

    /** The attributes that it gives the request. */
    record Request(String clientId, String userId, List<String> scopes) {}

    Request validate(String token) throws GeneralSecurityException {
        Jwt jwt = Jwt.of(token);
        check(jwt.header().path("alg").asText().equals("RS256") && isSigned(token), "could not be verified");
        long now = Instant.now().getEpochSecond();
        check(
                jwt.seconds("iat") <= now && jwt.seconds("nbf") <= now && now <= jwt.seconds("exp"),
                "is invalid"); // where a claim is absent it is not looked at
        check(
                Stream.of("jti", "aud", "sub", "scopes").allMatch(jwt.claims()::has),
                "has not all claims"); // getClaim throws
        JsonNode audience = jwt.claims().path("aud");
        check(audience.isTextual(), "has more than one client"); // the client is looked up by it
        check(jwt.claims().path("scopes") instanceof ArrayNode, "has no list of scopes"); // in_array throws
        List<String> scopes = StreamSupport.stream(jwt.claims().path("scopes").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        return new Request(audience.textValue(), jwt.text("sub"), scopes);
    }

    private boolean isSigned(String token) throws GeneralSecurityException {
        int end = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Access token " + otherwise);
        }
    }
}
