package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** Checks an RS256 token against the keys that a realm publishes, as any application does. */
final class JsonWebKeys {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonWebKeys() {}

    /** The claims of the token, if the realm has signed it; fails otherwise. */
    static JsonNode verified(TestRealm realm, String token) {
        String[] parts = token.split("[.]");
        JsonNode header = json(parts[0]);
        assertThat(header.path("alg").textValue()).isEqualTo("RS256");
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key(realm, header.path("kid").textValue()));
            signature.update(signed);
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2])))
                    .as("the realm's signature")
                    .isTrue();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Not signed by the realm: " + token, e);
        }
        return json(parts[1]);
    }

    private static PublicKey key(TestRealm realm, String id) throws GeneralSecurityException {
        Answer keys = Http.get(realm.path("/protocol/openid-connect/certs")).send();
        JsonNode key = StreamSupport.stream(keys.json().path("keys").spliterator(), false)
                .filter(candidate -> candidate.path("kid").textValue().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No key " + id + " in " + keys));
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).textValue()));
    }

    private static JsonNode json(String encoded) {
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + encoded, e);
        }
    }
}
