package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the benchmark makes of its options. */
class OptionsTest {

    @Test
    void theNamedPartsAreMeasured() {
        assertThat(Options.parts("wear,logins")).containsExactly("wear", "logins");
    }

    @Test
    void allPartsAreMeasuredWhereNoneIsNamed() {
        assertThat(Options.parts("")).hasSize(12).contains("logins", "starts");
    }

    @Test
    void aMisspeltPartIsRefused() {
        assertThatThrownBy(() -> Options.parts("logins,ware")).hasMessageContaining("benchmark.only=logins,ware");
    }
}
