package dev.legacylogin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blanks at the ends of a text, and long rows of them elsewhere. */
class BlanksTest {
    @Test
    void phpTrimsThese() {
        String blanks = " \t\n\r\0\u000B";

        assertThat(Blanks.trimAsPhp("a")).isEqualTo("a");
        assertThat(Blanks.trimAsPhp(blanks + "a" + blanks + "b" + blanks)).isEqualTo("a" + blanks + "b");
        assertThat(Blanks.trimAsPhp("\u00A0a\f")).isEqualTo("\u00A0a\f");
        assertThat(Blanks.trimAsPhp(blanks)).isEmpty();
        assertThat(Blanks.trimAsPhp("")).isEmpty();
    }

    @Test
    void mariaDbDoesNotSeeSpacesBehind() {
        assertThat(Blanks.withoutSpacesBehind(" a  ")).isEqualTo(" a");
        assertThat(Blanks.withoutSpacesBehind("a\t")).isEqualTo("a\t");
        assertThat(Blanks.withoutSpacesBehind("  ")).isEmpty();
        assertThat(Blanks.withoutSpacesBehind("")).isEmpty();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void longRowsTakeOneLook() {
        String text = ("x" + " ".repeat(16_000)).repeat(20) + "x";
        for (int i = 0; i < 100; i++) {
            assertThat(Blanks.trimAsPhp(text)).isEqualTo(text);
            assertThat(Blanks.withoutSpacesBehind(text)).isEqualTo(text);
        }
    }
}
