package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Hashes that other programs computed, and the credentials that are made of them. */
class OldHashTest {
    private static final String BCRYPT = "$2y$04$abcdefghijklmnopqrstuu";

    static Stream<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void takesTheRightPasswordAlone(Vector vector) {
        OldHash hash = vector.read();

        assertThat(hash.family()).isEqualTo(vector.family());
        assertThat(hash.weak()).isEqualTo(vector.weak());
        assertThat(Verified.by(hash.credential(), vector.password())).isTrue();
        assertThat(Verified.by(hash.credential(), "x" + vector.password())).isFalse();
        assertThat(Verified.by(hash.credential(), "")).isFalse();
    }

    @Test
    void everyFamilyIsThere() {
        assertThat(vectors().map(Vector::family).distinct())
                .containsExactlyInAnyOrder(
                        "bcrypt",
                        "wordpress",
                        "phpass",
                        "drupal",
                        "md5-crypt",
                        "sha-crypt",
                        "argon2",
                        "pbkdf2",
                        "scrypt",
                        "firebase",
                        "ldap",
                        "md4",
                        "md5",
                        "sha-1",
                        "sha-256",
                        "sha-384",
                        "sha-512");
    }

    @Test
    void keepsTheWholeTextOfWhatKeycloakCannotVerify() {
        List<Vector> kept = vectors()
                .filter(vector -> !List.of("argon2", "pbkdf2").contains(vector.family()))
                .toList();

        assertThat(kept).allSatisfy(vector -> {
            PasswordCredentialModel credential = vector.read().credential();
            assertThat(credential.getType()).isEqualTo("password");
            assertThat(credential.getCredentialData())
                    .isEqualTo("{\"hashIterations\":1,\"algorithm\":\"legacy-hash\",\"additionalParameters\":{}}");
            assertThat(credential.getPasswordSecretData().getValue()).isEqualTo(vector.hash());
            assertThat(credential.getPasswordSecretData().getSalt()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ | argon2 | 2 | {"memory":["65536"],"type":["i"],"version":["1.0"],"parallelism":["1"],"hashLength":["32"]} | 9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ= | c29tZXNhbHQ=
            pbkdf2_sha256$260000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo= | pbkdf2-sha256 | 260000 | {} | YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo= | c2Vhc2FsdA==
            AAABAgMEBQYHCAkKCwwNDg+ukCEMDf0yyQ29NYubggHIVY0sdEUfdyeM+E1LtH1uJg== | pbkdf2 | 1000 | {} | rpAhDA39MskNvTWLm4IByFWNLHRFH3cnjPhNS7R9biY= | AAECAwQFBgcICQoLDA0ODw==
            $pbkdf2-sha512$12000$./8wMTIzNDU2Nzg5YWJjZA$cFaQvSP1RlzS1sVQFFIssf8/l9izjW7iEw0x46pEAw3QpYEwi5.KmWZg92rXkkBeYU8JrQKA3ur.NuKcpTZlCQ | pbkdf2-sha512 | 12000 | {} | cFaQvSP1RlzS1sVQFFIssf8/l9izjW7iEw0x46pEAw3QpYEwi5+KmWZg92rXkkBeYU8JrQKA3ur+NuKcpTZlCQ== | +/8wMTIzNDU2Nzg5YWJjZA==
            """)
    void writesKeycloaksOwnCredential(
            String text, String algorithm, int iterations, String parameters, String value, String salt)
            throws Exception {
        PasswordCredentialModel credential = OldHash.read(text).credential();

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(credential.getCredentialData()))
                .isEqualTo(json.readTree("{\"hashIterations\":" + iterations + ",\"algorithm\":\"" + algorithm
                        + "\",\"additionalParameters\":" + parameters + "}"));
        assertThat(json.readTree(credential.getSecretData()))
                .isEqualTo(json.readTree(
                        "{\"value\":\"" + value + "\",\"salt\":\"" + salt + "\",\"additionalParameters\":{}}"));
    }

    @Test
    void phpEndsAPasswordAtNulAndOthersDoNot() {
        String php = "$2y$04$abcdefghijklmnopqrstuurVuonhdASGxouTT2vs6aczD1rdQw2kq";
        String other = php.replace("$2y$", "$2a$");

        assertThat(matches(php, "before\0after")).isTrue();
        assertThat(matches(other, "before\0after")).isFalse();
        assertThat(matches(other, "before")).isTrue();
    }

    @Test
    void only72BytesCountForBcryptEvenInsideACharacter() {
        String hash = BCRYPT + "Ag/vhymG.zjfOvPuw7BgQPjbFV1.SQW";

        assertThat(matches(hash, "ä".repeat(36) + "any end")).isTrue();
        assertThat(matches(hash, "ä".repeat(35) + "any end")).isFalse();
    }

    @Test
    void allOfALongPasswordCountsWhereADigestIsHashed() {
        String hash = "bcrypt_sha256$$2b$04$abcdefghijklmnopqrstuuE/OYVflpj9G9epKsLyGZ9Yc0dI.8JPG";

        assertThat(matches(hash, "x".repeat(80) + "y")).isTrue();
        assertThat(matches(hash, "x".repeat(80) + "z")).isFalse();
    }

    @Test
    void wordpressTakesThePasswordWithBlanksAroundIt() {
        String newer = "$wp$2y$04$abcdefghijklmnopqrstuuGLbM3A2fciArlzeRzBy272ceMTe8p9C";
        String older = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0";

        assertThat(matches(newer, "pässwörd€9")).isTrue();
        assertThat(matches(newer, " \t\n\r\0\u000Bpässwörd€9\u000B\0\r\n\t ")).isTrue();
        assertThat(matches(newer, "\u00a0pässwörd€9")).isFalse();
        assertThat(matches(older, " test12345\n")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // what each origin refuses at its own login
        "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0, 4097",
        "$S$5TOxWPdvJRs0P/xZBdrrPlGgzViOS0drHu3jaIjitesfttrp18bk, 513",
        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1, 512",
        "$wp$2y$04$abcdefghijklmnopqrstuuGLbM3A2fciArlzeRzBy272ceMTe8p9C, 4097"
    })
    void longPasswordsAreWrong(String hash, int bytes) {
        assertThat(matches(hash, "x".repeat(bytes))).isFalse();
    }

    /** A half surrogate pair would be encoded as a question mark. */
    @Test
    void aPasswordThatCannotBeEncodedIsWrong() throws Exception {
        String ofQuestionMark = "md5:d1457b72c3fb323a2671125aef3eab5d";

        assertThat(matches(ofQuestionMark, "?")).isTrue();
        assertThat(matches(ofQuestionMark, "\ud800")).isFalse();
        assertThat(matches(ofQuestionMark, "\udc00")).isFalse();
    }

    private static boolean matches(String hash, String password) {
        try {
            return Verified.by(OldHash.read(hash).credential(), password);
        } catch (UnusableHashException e) {
            throw new AssertionError(hash, e);
        }
    }
}
