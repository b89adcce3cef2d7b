package dev.legacylogin.hash;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordCredentialData;

/** What a server would say to a password, from the credential as it is stored, and without a server. */
final class Verified {
    private static final Map<String, String> PBKDF2 = Map.of(
            "pbkdf2", "PBKDF2WithHmacSHA1",
            "pbkdf2-sha256", "PBKDF2WithHmacSHA256",
            "pbkdf2-sha512", "PBKDF2WithHmacSHA512");
    private static final Map<String, Integer> TYPES = Map.of("d", 0, "i", 1, "id", 2);
    private static final Map<String, Integer> VERSIONS = Map.of("1.0", 0x10, "1.3", 0x13);

    private Verified() {}

    /** Whether the password is right. */
    static boolean by(PasswordCredentialModel credential, String password) {
        PasswordCredentialModel stored = PasswordCredentialModel.createFromCredentialModel(credential);
        String algorithm = stored.getPasswordCredentialData().getAlgorithm();
        if (algorithm.equals("legacy-hash")) {
            return new LegacyHashProvider(null, new Semaphore(1)).verify(password, stored);
        }
        byte[] key = algorithm.equals("argon2") ? argon2(stored, password) : pbkdf2(stored, password);
        return Base64.getEncoder()
                .encodeToString(key)
                .equals(stored.getPasswordSecretData().getValue());
    }

    private static byte[] argon2(PasswordCredentialModel stored, String password) {
        PasswordCredentialData data = stored.getPasswordCredentialData();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(TYPES.get(parameter(data, "type")))
                .withVersion(VERSIONS.get(parameter(data, "version")))
                .withSalt(stored.getPasswordSecretData().getSalt())
                .withParallelism(Integer.parseInt(parameter(data, "parallelism")))
                .withMemoryAsKB(Integer.parseInt(parameter(data, "memory")))
                .withIterations(data.getHashIterations())
                .build());
        byte[] key = new byte[Integer.parseInt(parameter(data, "hashLength"))];
        generator.generateBytes(password.toCharArray(), key);
        return key;
    }

    private static String parameter(PasswordCredentialData data, String name) {
        return data.getAdditionalParameters().getFirst(name);
    }

    private static byte[] pbkdf2(PasswordCredentialModel stored, String password) {
        PasswordCredentialData data = stored.getPasswordCredentialData();
        int bytes = Base64.getDecoder().decode(stored.getPasswordSecretData().getValue()).length;
        try {
            return SecretKeyFactory.getInstance(PBKDF2.get(data.getAlgorithm()))
                    .generateSecret(new PBEKeySpec(
                            password.toCharArray(),
                            stored.getPasswordSecretData().getSalt(),
                            data.getHashIterations(),
                            bytes * Byte.SIZE))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
