package dev.legacylogin.http;

import static dev.legacylogin.http.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is what old clients really send, and never more than 16 KiB of it. */
class BodyTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                ";charset=utf-8",
                "application/json",
                "Application/JSON",
                " application/json ; charset=UTF-8",
                "application/json;charset=ISO-8859-1",
                "application/vnd.api+json",
                "application/problem+JSON; a=b",
                "text/plain",
                "text/plain;charset=UTF-8"
            })
    void jsonIsTakenUnderManyNames(String contentType) {
        assertThat(body(contentType, "{\"a\":\"ž\"}").json().text("a")).hasValue("ž");
        assertThat(body(contentType, "{\"a\":\"ž\"}").jsonOrForm().text("a")).hasValue("ž");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/json",
                "application/xml",
                "application/octet-stream",
                "application/jsonp",
                "image/svg+json",
                "multipart/form-data; boundary=b",
                "json",
                "*/*"
            })
    void otherTypesAreRefused(String contentType) {
        assertRefused(
                Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(contentType, "{}").json());
        assertRefused(
                Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(contentType, "{}").jsonOrForm());
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "APPLICATION/x-www-form-urlencoded; charset=UTF-8"})
    void formIsTakenWhereThePagesOriginTakesForms(String contentType) {
        assertThat(body(contentType, "a=b+c").jsonOrForm().text("a")).hasValue("b c");
        assertRefused(
                Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(contentType, "a=b+c").json());
    }

    @Test
    void jsonUnderTheFormsNameIsNoJson() {
        assertThat(body(FORM, "{\"a\":\"b\"}").jsonOrForm().text("a")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {FORM, "application/json", "text/html", "multipart/form-data"})
    void emptyBodyHasNoMembersWhateverItIsCalled(String contentType) {
        assertThat(body(contentType, "").json().has("a")).isFalse();
        assertThat(body(contentType, "").jsonOrForm().has("a")).isFalse();
        assertThat(new Body(contentType, null).json().has("a")).isFalse();
    }

    @Test
    void blankBodyIsMalformed() {
        assertRefused(Fault.MALFORMED, () -> body("application/json", " ").json());
    }

    @Test
    void lengthEndsAt16KiB() {
        assertThat(body(null, ofLength(16 * 1024)).json().has("a")).isTrue();
        assertRefused(Fault.TOO_LARGE, () -> body(null, ofLength(16 * 1024 + 1)).json());
        assertRefused(Fault.TOO_LARGE, () -> body(FORM, ofLength(16 * 1024 + 1)).jsonOrForm());
    }

    @Test
    void endlessBodyIsNotReadToItsEnd() {
        CountingStream endless = new CountingStream();

        assertRefused(Fault.TOO_LARGE, () -> new Body("application/json", endless).json());

        assertThat(endless.read).isEqualTo(16 * 1024 + 1);
    }

    @Test
    void largeBodyOfAnotherTypeIsTooLarge() {
        assertRefused(Fault.TOO_LARGE, () -> new Body("text/html", new CountingStream()).json());
    }

    @Test
    void aBodyThatBreaksOffIsMalformed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertRefused(Fault.MALFORMED, () -> new Body("application/json", broken).json());
    }

    private static String ofLength(int length) {
        return "{\"a\":\"" + "b".repeat(length - 8) + "\"}";
    }

    private static Body body(String contentType, String text) {
        return new Body(contentType, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Never ends, and counts what was read of it. */
    private static final class CountingStream extends InputStream {
        private int read;

        @Override
        public int read() {
            read++;
            return 'a';
        }
    }
}
