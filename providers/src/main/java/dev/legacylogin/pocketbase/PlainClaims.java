package dev.legacylogin.pocketbase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * The claims of a token whose payload has neither {@code -} nor {@code _} in base64url. PocketBase's SDK decodes it by
 * {@code atob}, which knows only {@code +} and {@code /}, and takes a token with one of the two for expired.
 *
 * <p>They are the values 62 and 63, five or six bits that are set. In a group of six bits at any place of UTF-8 text they
 * need a byte from 0x80 on, or one whose last six bits they are: {@code >}, {@code ?}, {@code ~} and DEL. What JSON
 * itself writes has none of these. So what is left out is every text and every name with such a character: a claim, an
 * element of a list, a member of an object, a scope. The claims that Keycloak cannot do without stay.
 */
final class PlainClaims {
    private static final Set<String> NEEDED = Set.of("iss", "azp", "jti", "typ", "sid", "cnf");

    private PlainClaims() {}

    /** Whether a token may have this text in it. */
    static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x7e && c != '>' && c != '?');
    }

    /** The token without what is not plain. */
    static AccessToken of(AccessToken token) {
        ObjectNode claims = JsonSerialization.mapper.valueToTree(token);
        ObjectNode needed = claims.deepCopy().retain(NEEDED);
        JsonNode scope = claims.get(OAuth2Constants.SCOPE);
        if (scope != null && scope.isTextual()) {
            claims.put(OAuth2Constants.SCOPE, plainWords(scope.textValue()));
        }
        strip(claims.elements());
        stripNames(claims);
        claims.setAll(needed);
        try {
            return JsonSerialization.mapper.treeToValue(claims, AccessToken.class);
        } catch (IOException e) {
            throw new IllegalStateException("What Keycloak wrote it can read", e);
        }
    }

    private static String plainWords(String text) {
        return Arrays.stream(text.split(" ")).filter(PlainClaims::isPlain).collect(Collectors.joining(" "));
    }

    private static void strip(Iterator<JsonNode> values) {
        while (values.hasNext()) {
            JsonNode value = values.next();
            if (value.isTextual() && !isPlain(value.textValue())) {
                values.remove();
            } else if (value instanceof ArrayNode || value instanceof ObjectNode) {
                strip(value.elements());
            }
            if (value instanceof ObjectNode object) {
                stripNames(object);
            }
        }
    }

    private static void stripNames(ObjectNode object) {
        Iterator<String> names = object.fieldNames();
        while (names.hasNext()) {
            if (!isPlain(names.next())) {
                names.remove();
            }
        }
    }
}
