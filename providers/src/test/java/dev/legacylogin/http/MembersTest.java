package dev.legacylogin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A member counts where it has the type that is asked for. */
class MembersTest {

    @Test
    void textIsTakenAsItIs() {
        assertThat(members("{\"a\":\" b \\u0000\"}").text("a")).hasValue(" b \u0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"A\":\"b\"}",
                "{\"a\":null}",
                "{\"a\":\"\"}",
                "{\"a\":\" \\t\\r\\n\"}",
                "{\"a\":5}",
                "{\"a\":true}",
                "{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}"
            })
    void whatIsNoTextIsEmpty(String json) {
        assertThat(members(json).text("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0, 0", "-1, -1", "12345678901234567890, 12345678901234567890", "'\"2\"', 2", "'\"x\"', x"})
    void integerCountsAsItsDigits(String value, String expected) {
        assertThat(members("{\"a\":" + value + "}").textOrInteger("a")).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "2.0", "2.5", "1e3", "true", "\"\"", "\" \"", "[2]", "{\"b\":2}"})
    void whatIsNeitherTextNorIntegerIsEmpty(String value) {
        assertThat(members("{\"a\":" + value + "}").textOrInteger("a")).isEmpty();
    }

    @Test
    void absentMemberIsNeitherTextNorInteger() {
        assertThat(members("{}").textOrInteger("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"b\"", "5", "false", "[null]", "[[]]", "{}", "{\"b\":1}"})
    void everyOtherValueIsAValue(String value) {
        assertThat(members("{\"a\":" + value + "}").has("a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":[]}", "{\"b\":1}"})
    void nullAndTheEmptyArrayAreNone(String json) {
        assertThat(members(json).has("a")).isFalse();
    }

    @Test
    void textsOfAnArrayComeInOrder() {
        assertThat(members("{\"a\":[\"c\",\"b\",1,null,true,[\"d\"],{\"e\":\"f\"},\"\",\"b\"]}")
                        .texts("a"))
                .containsExactly("c", "b", "", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"b\"}", "{\"a\":5}", "{\"a\":{\"b\":\"c\"}}", "{\"a\":[]}"})
    void whatIsNoArrayHasNoTexts(String json) {
        assertThat(members(json).texts("a")).isEmpty();
    }

    private static Members members(String json) {
        return new Members(Json.readObject(json.getBytes(StandardCharsets.UTF_8)));
    }
}
