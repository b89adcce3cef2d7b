package dev.legacylogin.nomic;

import dev.legacylogin.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that look like Keycloak's. */
final class Forgery {
    private Forgery() {}

    /** Header and claims as they are, and an empty signature. */
    static String unsigned(Jwt token) {
        return Jwt.encoded(token.header().toString()) + "."
                + Jwt.encoded(token.claims().toString()) + ".";
    }

    /** Header and claims of a token to the last byte, and an empty signature. */
    static String unsigned(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    static String signedWithAnotherKey(Jwt token) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
            signature.update(content(token));
            return unsigned(token) + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signedWithSecret(Jwt token, String base64Secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64Secret), "HmacSHA256"));
            return unsigned(token) + base64(mac.doFinal(content(token)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(Jwt token) {
        String unsigned = unsigned(token);
        return unsigned.substring(0, unsigned.length() - 1).getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
