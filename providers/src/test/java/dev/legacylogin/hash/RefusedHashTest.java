package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

/** Texts that no login can be verified with, and why an admin is told so. */
class RefusedHashTest {
    /** Whose hashes may be of several lengths. */
    private static final Set<String> ANY_LENGTH = Set.of("argon2", "pbkdf2", "scrypt");

    @ParameterizedTest
    @CsvFileSource(resources = "refused.tsv", delimiter = '\t', quoteCharacter = '\0', numLinesToSkip = 1)
    void saysWhy(String reason, String hash) {
        assertThatThrownBy(() -> OldHash.read(hash))
                .isExactlyInstanceOf(UnusableHashException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void whereThereIsNone(String none) {
        assertThatThrownBy(() -> OldHash.read(none)).hasMessage("There is no hash");
    }

    @Test
    void longerThanAnyHash() {
        assertThatThrownBy(() -> OldHash.read("md5:" + "x".repeat(1100) + ":d1457b72c3fb323a2671125aef3eab5d"))
                .hasMessage("It is longer than any hash (1024 characters)");
    }

    static Stream<Arguments> damaged() {
        return Vector.all()
                .flatMap(vector ->
                        Stream.concat(anyLength(vector), fixedLength(vector)).map(text -> Arguments.of(vector, text)));
    }

    private static Stream<String> anyLength(Vector vector) {
        String cut = vector.hash().substring(0, vector.hash().length() / 3);
        return Stream.of(cut, vector.hash() + "\n", " " + vector.hash());
    }

    private static Stream<String> fixedLength(Vector vector) {
        return ANY_LENGTH.contains(vector.family())
                ? Stream.empty()
                : Stream.of(vector.hash().substring(0, vector.hash().length() - 3), vector.hash() + "A");
    }

    /** A text that is cut, or has more around it, is refused when it is read, and does not wait for a login. */
    @ParameterizedTest
    @MethodSource("damaged")
    void notWhole(Vector vector, String changed) {
        assertThatThrownBy(() -> OldHash.read(changed))
                .isExactlyInstanceOf(UnusableHashException.class)
                .message()
                .isNotBlank()
                .doesNotContain(vector.hash().substring(vector.hash().length() - 10));
    }

    /** The largest block size that is taken can be computed with. */
    @Test
    void scryptTakesLargeBlocks() throws UnusableHashException {
        String hash = "SCRYPT:4:512:1:MDIwMzMwNTQwNDQyNQ==:5FW+zWivLxgCWj7qLiQbeC8zaNQ+qdO0NUinvqyFcfo=";

        assertThat(Verified.by(OldHash.read(hash).credential(), "password")).isFalse();
    }

    @Test
    void theHighestCostsAreTaken() throws UnusableHashException {
        String key = "c29tZXNhbHRzb21lc2FsdA";
        assertThat(Stream.of(
                        "$2y$14$abcdefghijklmnopqrstuug7UNkyKeYcvZr9DIp5unrfhIW47ssoe",
                        "$argon2id$v=19$m=131072,t=4,p=16$" + key + "$" + key,
                        "$argon2id$v=19$m=65536,t=8,p=1$" + key + "$" + key,
                        "pbkdf2_sha256$2000000$salt$" + key + "==",
                        "$scrypt$ln=17,r=8,p=1$" + key + "$" + key,
                        "$scrypt$ln=14,r=8,p=8$" + key + "$" + key,
                        "$P$GIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                        "$S$GTOxWPdvJRs0P/xZBdrrPlGgzViOS0drHu3jaIjitesfttrp18bk",
                        "$5$rounds=1000000$saltstring$m0VKTcuutQTdvZpHj7E/dYu9lJGeIWagMBQJeRIf./9"))
                .allSatisfy(text -> assertThat(OldHash.read(text).weak()).isEqualTo(text.startsWith("$P$")));
    }
}
