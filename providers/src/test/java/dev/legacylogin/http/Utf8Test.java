package dev.legacylogin.http;

import static dev.legacylogin.http.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UTF-8 is read, and nothing else. */
class Utf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "pässwörd €", "\uD83D\uDE00", "\u0000", "\uFEFFa", "\uFFFD"})
    void textIsReadAsItIs(String text) {
        assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e9", // é in ISO 8859-1
                "c3", // cut
                "80", // a continuation alone
                "c080", // overlong NUL
                "eda080", // a surrogate
                "f4908080", // above U+10FFFF
                "fffe6100", // UTF-16
                "61e962"
            })
    void whatIsNoUtf8IsRefused(String hex) {
        assertRefused(Fault.MALFORMED, () -> Utf8.decode(HexFormat.of().parseHex(hex)));
    }

    @Test
    void bytesAreNotChanged() {
        byte[] bytes = "ž".getBytes(StandardCharsets.UTF_8);

        Utf8.decode(bytes);

        assertThat(bytes).containsExactly(0xc5, 0xbe);
    }
}
