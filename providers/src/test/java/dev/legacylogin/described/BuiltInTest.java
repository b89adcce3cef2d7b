package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.legacylogin.AsDescribed;
import dev.legacylogin.DescribedExceptions;
import dev.legacylogin.DescribedExceptions.Deviation;
import dev.legacylogin.Route;
import dev.legacylogin.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The descriptions of the built-in APIs, which {@code -Pdescribed} tests, and what the documentation says of them. */
class BuiltInTest {
    private static final List<String> SHAPES =
            Route.EACH_SHAPE.stream().map(Route::shape).toList();

    @ParameterizedTest
    @FieldSource("SHAPES")
    void theirDescriptionsHaveNoMistakes(String shape) {
        Schema schema = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(Texts.file("docs/described.schema.json"));
        Map<String, String> all = new HashMap<>();
        AsDescribed.variants(shape).properties().forEach(variant -> all.putAll(setting(variant.getKey())));
        Stream<Map<String, String>> each =
                AsDescribed.variants(shape).properties().stream().map(variant -> setting(variant.getKey()));

        assertThat(Stream.concat(Stream.of(Map.<String, String>of(), all), each))
                .allSatisfy(settings -> {
                    String description = AsDescribed.description(shape, settings, "http://localhost");
                    assertThat(Description.of(description).mistakes()).isEmpty();
                    assertThat(schema.validate(description, InputFormat.JSON)).isEmpty();
                });
    }

    private static Map<String, String> setting(String variant) {
        String[] parts = variant.split("=");
        return Map.of(parts[0], parts[1]);
    }

    @Test
    void thePageHasTheReasonsOfTheExceptions() {
        String page = Texts.file("docs/described.md");
        String section = page.substring(page.indexOf("\n## What the built-in five need Java for\n"))
                .split("\n## ")[1];

        assertThat(Pattern.compile("(?m)^- \\*\\*(.+?)\\.?\\*\\*")
                        .matcher(section)
                        .results()
                        .map((MatchResult reason) -> reason.group(1)))
                .containsExactlyInAnyOrderElementsOf(DescribedExceptions.all().stream()
                        .map(Deviation::reason)
                        .distinct()
                        .toList());
    }

    @Test
    void whatIsAnExceptionIsThere() {
        assertThat(DescribedExceptions.all()).allSatisfy(exception -> {
            String test = exception.test();
            if (test.matches("[a-z]+ \\d+")) {
                assertThat(SHAPES).contains(test.split(" ")[0]);
            } else {
                String[] parts = test.split("#");
                Class<?> testClass = Class.forName(
                        "dev.legacylogin." + parts[0], false, getClass().getClassLoader());
                assertThat(parts.length == 1
                                || Arrays.stream(testClass.getDeclaredMethods())
                                        .anyMatch(method -> method.getName().equals(parts[1])))
                        .as(test)
                        .isTrue();
            }
        });
    }
}
