package dev.legacylogin.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Bodies that are not one JSON object, or no form, as a client should send it. Each carries {@link #MARK}. */
final class BadBodies {
    /** Is in every body, and must be in no answer. */
    static final String MARK = "h1dden-1nput";

    private BadBodies() {}

    static Stream<Named<byte[]>> json() {
        return Stream.of(
                text("broken", "{\"username\":\"MARK\""),
                text("an array", "[\"MARK\"]"),
                text("a string", "\"MARK\""),
                text("null", "null"),
                text("a number", "1"),
                text("true", "true"),
                text("no JSON at all", "MARK"),
                text("only white space", " \n"),
                text("a name twice", "{\"username\":\"MARK\",\"username\":\"MARK\"}"),
                text("a name twice, once escaped", "{\"username\":\"MARK\",\"u\\u0073ername\":\"MARK\"}"),
                text("a name twice further down", "{\"a\":{\"b\":\"MARK\",\"b\":1}}"),
                text("a byte order mark", "\u00ef\u00bb\u00bf{\"username\":\"MARK\"}"),
                text("an octet that UTF-8 never has", "{\"username\":\"MARK\u00ff\"}"),
                text("an overlong octet sequence", "{\"username\":\"MARK\u00c0\u00af\"}"),
                text("a surrogate in UTF-8", "{\"username\":\"MARK\u00ed\u00a0\u0080\"}"),
                text("half a character", "{\"username\":\"MARK\u00c3\"}"),
                text("a NUL in a string", "{\"username\":\"MARK\0\"}"),
                text("a NUL behind", "{\"username\":\"MARK\"}\0"),
                text("a line break in a string", "{\"username\":\"MARK\n\"}"),
                text("something behind", "{\"username\":\"MARK\"} x"),
                text("a second object behind", "{\"username\":\"MARK\"}{}"),
                text("a comma at the end", "{\"username\":\"MARK\",}"),
                text("a comment", "{\"username\":\"MARK\"/* */}"),
                text("single quotes", "{'username':'MARK'}"),
                text("not a number", "{\"username\":\"MARK\",\"a\":NaN}"),
                text("a leading zero", "{\"username\":\"MARK\",\"a\":01}"),
                text("a number of 33 digits", "{\"username\":\"MARK\",\"a\":" + "1".repeat(33) + "}"),
                text("deeper than 16", "{\"username\":\"MARK\",\"a\":" + "[".repeat(16) + "]".repeat(16) + "}"),
                text("10,000 levels", "{\"username\":\"MARK\",\"a\":" + "[".repeat(10_000)),
                utf16("UTF-16", "{\"username\":\"" + MARK + "\"}"));
    }

    static Stream<Named<byte[]>> forms() {
        return Stream.of(
                text("an escape that is not UTF-8", "username=MARK&password=%ff"),
                text("an overlong escape", "username=MARK&password=%c0%af"),
                text("a raw octet that is not UTF-8", "username=MARK&password=\u00ff"));
    }

    private static Named<byte[]> text(String name, String octets) {
        return Named.of(name, octets.replace("MARK", MARK).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Named<byte[]> utf16(String name, String text) {
        return Named.of(name, text.getBytes(StandardCharsets.UTF_16LE));
    }
}
