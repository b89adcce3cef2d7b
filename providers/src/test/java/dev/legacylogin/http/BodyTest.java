package dev.legacylogin.http;

import static dev.legacylogin.http.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.http.BodyType.Also;
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
    private static final BodyType FORMS = BodyType.JSON.and(Also.FORM);

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
                "text/json",
                "image/svg+json",
                "application/json, application/json",
                "application/json; charset=utf8, application/json; charset=utf8",
                "text/plain",
                "text/plain;charset=UTF-8"
            })
    void jsonIsTakenUnderManyNames(String contentType) {
        assertThat(body(contentType, "{\"a\":\"ž\"}").members(BodyType.JSON).text("a"))
                .hasValue("ž");
        assertThat(body(contentType, "{\"a\":\"ž\"}").members(FORMS).text("a")).hasValue("ž");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "application/octet-stream",
                "application/jsonp",
                "multipart/form-data; boundary=b",
                "multipart/form-data; boundary=a/json",
                "text/html; a=b+json",
                "json",
                "*/*"
            })
    void otherTypesAreRefused(String contentType) {
        assertRefused(
                Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(contentType, "{}").members(BodyType.JSON));
        assertRefused(
                Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(contentType, "{}").members(FORMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, "APPLICATION/x-www-form-urlencoded; charset=UTF-8"})
    void formIsTakenWhereThePagesOriginTakesForms(String contentType) {
        assertThat(body(contentType, "a=b+c").members(FORMS).text("a")).hasValue("b c");
        assertRefused(
                Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(contentType, "a=b+c").members(BodyType.JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "foo", "foo/bar/baz", "*/*", "application/octet-stream", FORM})
    void anyTypeIsJsonWhereTheOriginDoesNotLookAtIt(String contentType) {
        assertThat(body(contentType, "{\"a\":\"b\"}")
                        .members(BodyType.JSON.and(Also.ANY_TYPE))
                        .text("a"))
                .hasValue("b");
    }

    @Test
    void anUnknownTypeIsJsonWhereTheOriginTakesItForThat() {
        BodyType type = BodyType.JSON.and(Also.UNKNOWN_TYPES);

        for (String unknown : new String[] {"text/html", "foo", "foo/bar/baz", "*/*"}) {
            assertThat(body(unknown, "{\"a\":\"b\"}").members(type).text("a")).hasValue("b");
        }
        for (String known : new String[] {"application/xml", "application/atom+xml", "multipart/form-data"}) {
            assertRefused(Fault.UNSUPPORTED_MEDIA_TYPE, () -> body(known, "{}").members(type));
        }
    }

    @Test
    void aByteOrderMarkIsSkippedWhereTheOriginSkipsIt() {
        BodyType type = BodyType.JSON.and(Also.BYTE_ORDER_MARK);

        assertThat(body(null, "\uFEFF{\"a\":\"b\"}").members(type).text("a")).hasValue("b");
        assertThat(body(null, "{\"a\":\"b\"}").members(type).text("a")).hasValue("b");
        assertRefused(
                Fault.MALFORMED, () -> body(null, "\uFEFF\uFEFF{\"a\":\"b\"}").members(type));
        assertRefused(Fault.MALFORMED, () -> body(null, "\uFEFF").members(type));
    }

    @Test
    void nothingIsReadWhereNothingIsDocumented() {
        CountingStream endless = new CountingStream();

        assertThat(new Body(null, endless).members(BodyType.NONE).has("a")).isFalse();

        assertThat(endless.read).isZero();
    }

    @Test
    void multipartIsReadWhereTheOriginReadsIt() {
        BodyType type = BodyType.JSON.and(Also.MULTIPART);
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nž +%41\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"c[]\"\r\n\r\nd\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"e\"; filename=\"f\"\r\n\r\ng\r\n--b--\r\n";

        Members members = body("multipart/form-data; boundary=b", multipart).members(type);

        assertThat(members.text("a")).hasValue("ž +%41");
        assertThat(members.texts("c")).containsExactly("d");
        assertThat(members.has("e")).isFalse();
        for (String contentType : new String[] {"multipart/form-data", "multipart/form-data; boundary"}) {
            assertRefused(Fault.MALFORMED, () -> body(contentType, multipart).members(type));
        }
        assertRefused(
                Fault.MALFORMED,
                () -> body("multipart/form-data; boundary=b", "{\"a\":\"b\"}").members(type));
    }

    @Test
    void jsonUnderTheFormsNameIsNoJson() {
        assertThat(body(FORM, "{\"a\":\"b\"}").members(FORMS).text("a")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {FORM, "application/json", "text/html", "multipart/form-data"})
    void emptyBodyHasNoMembersWhateverItIsCalled(String contentType) {
        assertThat(body(contentType, "").members(BodyType.JSON).has("a")).isFalse();
        assertThat(body(contentType, "").members(FORMS).has("a")).isFalse();
        assertThat(new Body(contentType, null).members(BodyType.JSON).has("a")).isFalse();
    }

    @Test
    void blankBodyIsMalformed() {
        assertRefused(Fault.MALFORMED, () -> body("application/json", " ").members(BodyType.JSON));
    }

    @Test
    void lengthEndsAt16KiB() {
        assertThat(body(null, ofLength(16 * 1024)).members(BodyType.JSON).has("a"))
                .isTrue();
        assertRefused(Fault.TOO_LARGE, () -> body(null, ofLength(16 * 1024 + 1)).members(BodyType.JSON));
        assertRefused(Fault.TOO_LARGE, () -> body(FORM, ofLength(16 * 1024 + 1)).members(FORMS));
    }

    @Test
    void endlessBodyIsNotReadToItsEnd() {
        CountingStream endless = new CountingStream();

        assertRefused(Fault.TOO_LARGE, () -> new Body("application/json", endless).members(BodyType.JSON));

        assertThat(endless.read).isEqualTo(16 * 1024 + 1);
    }

    @Test
    void largeBodyOfAnotherTypeIsTooLarge() {
        assertRefused(Fault.TOO_LARGE, () -> new Body("text/html", new CountingStream()).members(BodyType.JSON));
    }

    @Test
    void aBodyThatBreaksOffIsMalformed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertRefused(Fault.MALFORMED, () -> new Body("application/json", broken).members(BodyType.JSON));
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
