package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.legacylogin.Texts;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** What docs/hashes.md says is so. */
class HashesPageTest {
    private static final String PAGE = Texts.file("docs/hashes.md");

    @Test
    void namesEveryFamily() {
        assertThat(PAGE.lines()
                        .filter(line -> line.startsWith("| `"))
                        .takeWhile(line -> !line.startsWith("| `md5:"))
                        .map(line -> line.split("\\|")[1])
                        .flatMap(names -> matches("`([^`]+)`", names)))
                .containsExactlyInAnyOrderElementsOf(
                        Vector.all().map(Vector::family).distinct().toList());
    }

    @Test
    void itsCredentialsAreThoseThatAreMade() throws Exception {
        List<String> samples = matches("(?s)```json\n(.*?)```", PAGE).toList();

        assertThat(samples).hasSize(2);
        assertVerified(samples.get(0));
        assertVerified(samples.get(1));
    }

    private static void assertVerified(String json) throws IOException {
        JsonNode sample = new ObjectMapper().readTree(json);
        CredentialModel credential = new CredentialModel();
        credential.setType(sample.path("type").textValue());
        credential.setCredentialData(sample.path("credentialData").textValue());
        credential.setSecretData(sample.path("secretData").textValue());
        assertThat(Verified.by(PasswordCredentialModel.createFromCredentialModel(credential), "password"))
                .isTrue();
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
