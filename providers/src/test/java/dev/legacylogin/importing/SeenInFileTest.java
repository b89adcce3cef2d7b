package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenInFileTest {
    private final SeenInFile seen = new SeenInFile();

    @Test
    void tellsTheFirstRowWhateverTheCase() {
        assertThat(seen.before("Alice", 1)).isEmpty();
        assertThat(seen.before("bob", 2)).isEmpty();
        assertThat(seen.before("ALICE", 3)).hasValue(1);
        assertThat(seen.before("alice", 4)).hasValue(1);
    }

    @Test
    void remembersAMillion() {
        IntStream.rangeClosed(1, 1_000_000)
                .forEach(row ->
                        assertThat(seen.before("user" + row, row).isPresent()).isFalse());

        assertThat(seen.before("USER1", 0)).hasValue(1);
        assertThat(seen.before("user1000000", 0)).hasValue(1_000_000);
        assertThat(seen.before("user1000001", 1_000_001)).isEmpty();
    }
}
