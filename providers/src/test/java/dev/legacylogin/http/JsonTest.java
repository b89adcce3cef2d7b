package dev.legacylogin.http;

import static dev.legacylogin.http.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON comes in strictly and goes out compactly. */
class JsonTest {

    @Test
    void recordIsWrittenCompactlyInItsOrder() {
        record Inner(boolean z, String a) {}
        record Document(String text, int number, Inner inner, List<String> list, Object none) {}

        assertThat(written(new Document("žluť \"\\\n/<", 1, new Inner(true, ""), List.of("a"), null)))
                .isEqualTo(
                        "{\"text\":\"žluť \\\"\\\\\\n/<\",\"number\":1,\"inner\":{\"z\":true,\"a\":\"\"},\"list\":[\"a\"],\"none\":null}");
    }

    @Test
    void degreesAreWrittenAsTheyWereGiven() {
        List<BigDecimal> degrees = List.of(
                new BigDecimal("50.0755"), new BigDecimal("14"), new BigDecimal("1E+2"), new BigDecimal("1E-7"));

        assertThat(written(degrees)).isEqualTo("[50.0755,14,100,0.0000001]");
    }

    @Test
    void objectIsRead() {
        assertThat(Json.readObject(bytes(" {\"a\":\"ž\",\"b\":{\"c\":[1,null,true]}}\r\n")))
                .hasToString("{\"a\":\"ž\",\"b\":{\"c\":[1,null,true]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "5",
                "\"text\"",
                "[]",
                "{",
                "}",
                "{}{}",
                "{} x",
                "{},",
                "{}\u0000",
                "\uFEFF{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":1,\"\\u0061\":2}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00e\"}",
                "/* a */ {}",
                "{} // a",
                "{\"a\":123456789012345678901234567890123}"
            })
    void whatIsNotExactlyOneObjectIsRefused(String text) {
        assertRefused(Fault.MALFORMED, () -> Json.readObject(bytes(text)));
    }

    @Test
    void otherEncodingsAreRefused() {
        assertRefused(Fault.MALFORMED, () -> Json.readObject("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
        assertRefused(Fault.MALFORMED, () -> Json.readObject("{\"a\":1}".getBytes(StandardCharsets.UTF_16)));
        assertRefused(Fault.MALFORMED, () -> Json.readObject("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void nestingEndsAt16() {
        assertThat(Json.readObject(bytes(nested(16)))).hasToString(nested(16));
        assertRefused(Fault.MALFORMED, () -> Json.readObject(bytes(nested(17))));
        assertRefused(Fault.MALFORMED, () -> Json.readObject(bytes("{\"a\":" + "[".repeat(8000))));
    }

    @Test
    void escapedNulIsAText() {
        assertThat(Json.readObject(bytes("{\"a\":\"\\u0000\"}")).get("a").textValue())
                .isEqualTo("\u0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Prague", "[]", "null", "1", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\""})
    void textWithoutAnObjectHasNone(String text) {
        assertThat(Json.parseObject(text)).isEmpty();
    }

    @Test
    void textWithAnObjectHasIt() {
        assertThat(Json.parseObject("{\"lat\":1.50}").orElseThrow().get("lat").decimalValue())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void anyValueIsANode() {
        JsonNode node = Json.toNode(new TreeMap<>(Map.of("a", List.of(1, "b"), "c", true)));

        assertThat(node).hasToString("{\"a\":[1,\"b\"],\"c\":true}");
        assertThat(Json.toNode("text").isTextual()).isTrue();
        assertThat(Json.object()).hasToString("{}");
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static String written(Object document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
