package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Timeout;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordCredentialData;

/**
 * Any text as a hash is a credential that can be verified with, or is refused with a reason. See docs/fuzzing.md.
 *
 * <p>An input is the text up to the first line feed, and then the password.
 */
class HashFuzz {
    private static final LegacyHashProvider PROVIDER = new LegacyHashProvider(null, new Semaphore(1));
    /** So much of a text is not in a reason by chance. */
    private static final int TELLING = 12;
    /** Above that a hash of Keycloak's is not computed: the fuzzer's memory is small. */
    private static final int MAX_COST = 1 << 13;

    @Timeout(20)
    @FuzzTest(maxDuration = "1m")
    void hashes(byte[] input) {
        int end = new String(input, StandardCharsets.ISO_8859_1).indexOf('\n');
        int length = end < 0 ? input.length : end;
        String text = new String(input, 0, length, StandardCharsets.UTF_8);
        String password = new String(
                Arrays.copyOfRange(input, Math.min(length + 1, input.length), input.length), StandardCharsets.UTF_8);

        Optional<PasswordCredentialModel> credential = read(text);

        boolean right =
                PROVIDER.verify(password, PasswordCredentialModel.createFromValues("legacy-hash", null, 1, text));
        assertThat(right && credential.isEmpty()).isFalse();
        credential.ifPresent(it -> check(it, text, password, right));
    }

    private static Optional<PasswordCredentialModel> read(String text) {
        try {
            OldHash hash = OldHash.read(text);
            assertThat(hash.family()).matches("[a-z0-9-]+");
            return Optional.of(hash.credential());
        } catch (UnusableHashException e) {
            assertThat(e.getMessage()).matches("\\P{Cntrl}{10,200}");
            if (text.length() >= TELLING) {
                assertThat(e.getMessage()).doesNotContain(text);
            }
            return Optional.empty();
        }
    }

    private static void check(PasswordCredentialModel credential, String text, String password, boolean right) {
        PasswordCredentialData data = credential.getPasswordCredentialData();
        if (data.getAlgorithm().equals("legacy-hash")) {
            assertThat(credential.getPasswordSecretData().getValue()).isEqualTo(text);
            assertThat(PROVIDER.verify(password + "\ud800", credential)).isFalse();
        } else {
            assertThat(right).isFalse();
            if (data.getHashIterations() < MAX_COST && memory(data) < MAX_COST) {
                Verified.by(credential, password);
            }
        }
    }

    private static int memory(PasswordCredentialData data) {
        String memory = data.getAdditionalParameters().getFirst("memory");
        return memory == null ? 0 : Integer.parseInt(memory);
    }
}
