package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Jwt;
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
    private JsonWebKeys() {}

    /** The claims of the token, if the realm has signed it; fails otherwise. */
    static JsonNode verified(TestRealm realm, String token) {
        String[] parts = token.split("[.]");
        Jwt jwt = Jwt.of(token);
        assertThat(jwt.header().path("alg").textValue()).isEqualTo("RS256");
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key(realm, jwt.header().path("kid").textValue()));
            signature.update(signed);
            assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2])))
                    .as("the realm's signature")
                    .isTrue();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Not signed by the realm: " + token, e);
        }
        return jwt.claims();
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
}
