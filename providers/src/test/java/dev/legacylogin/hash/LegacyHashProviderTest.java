package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The provider, with credentials as somebody may have written them into the database. */
class LegacyHashProviderTest {
    private final LegacyHashProvider provider = new LegacyHashProvider(null, new Semaphore(1));

    static Stream<String> damagedSecrets() {
        return Stream.of(
                "null", "{}", "{\"value\":null}", "{\"value\":\"\"}", "{\"value\":\"secret\",\"salt\":\"AAAA\"}");
    }

    @ParameterizedTest
    @MethodSource("damagedSecrets")
    void refusesDamagedCredentials(String secretData) {
        assertThat(provider.verify("secret", stored(secretData))).isFalse();
        assertThat(provider.credentialHashingStrength(stored(secretData))).isEqualTo("unknown");
    }

    /** Kept hashes only: it is not for what Keycloak verifies itself. */
    @Test
    void verifiesNothingOfKeycloaksOwn() {
        String django = "{\"value\":\"pbkdf2_sha256$260000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=\"}";

        assertThat(provider.verify("lètmein", stored(django))).isFalse();
    }

    @Test
    void namesTheFamilyInMetrics() {
        String secretData = Vector.of("drupal").read().credential().getSecretData();

        assertThat(provider.credentialHashingStrength(stored(secretData))).isEqualTo("drupal");
    }

    private static PasswordCredentialModel stored(String secretData) {
        CredentialModel credential = new CredentialModel();
        credential.setType(PasswordCredentialModel.TYPE);
        credential.setCredentialData("{\"algorithm\":\"legacy-hash\",\"hashIterations\":1}");
        credential.setSecretData(secretData);
        return PasswordCredentialModel.createFromCredentialModel(credential);
    }
}
