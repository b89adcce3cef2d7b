package dev.legacylogin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code Set-Cookie} header, letter by letter. */
@Isolated
class CookieTest {

    private static final Instant EXPIRES = Instant.parse("2026-01-02T03:04:05.999Z");

    @ParameterizedTest
    @CsvSource({
        "false, false, ''",
        "false, true, '; HttpOnly'",
        "true, false, '; Secure'",
        "true, true, '; HttpOnly; Secure'"
    })
    void headerHasTheAttributesOfTheCookie(boolean secure, boolean httpOnly, String attributes) {
        assertThat(new Cookie("name", "value", "/path", EXPIRES, secure, httpOnly).header())
                .hasValue("name=value; Path=/path; Expires=Fri, 02 Jan 2026 03:04:05 GMT" + attributes
                        + "; SameSite=Strict");
    }

    @Test
    void longerThanBrowsersKeepIsNone() {
        String attributes = "; Path=/; Expires=Fri, 02 Jan 2026 03:04:05 GMT; SameSite=Strict";
        String fits = "v".repeat(4095 - "n=".length() - attributes.length());

        assertThat(new Cookie("n", fits, "/", EXPIRES, false, false).header()).hasValue("n=" + fits + attributes);
        assertThat(new Cookie("n", fits + "v", "/", EXPIRES, false, false).header())
                .isEmpty();
    }

    @Test
    void dateIsEnglishEverywhere() {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(new Cookie("a", "b", "/", EXPIRES, false, false).header())
                    .hasValue("a=b; Path=/; Expires=Fri, 02 Jan 2026 03:04:05 GMT; SameSite=Strict");
        } finally {
            Locale.setDefault(locale);
        }
    }
}
