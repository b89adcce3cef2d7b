package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.legacylogin.Texts;
import dev.legacylogin.http.Json;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** {@code docs/described.md} and {@code docs/described.schema.json} say what the code does. */
class DescribedPageTest {
    private final String page = Texts.file("docs/described.md");
    private final Schema schema =
            SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(Texts.file("docs/described.schema.json"));

    @Test
    void itsExamplesHaveNoMistakes() {
        List<MatchResult> examples = Pattern.compile("(?s)```(json|yaml) described\n(.*?)```")
                .matcher(page)
                .results()
                .toList();

        assertThat(examples).hasSize(4).allSatisfy(example -> {
            String text = example.group(2);
            assertThat(Description.of(text).mistakes()).isEmpty();
            String json = example.group(1).equals("json")
                    ? text
                    : Yaml.parseObject(text, Assertions::fail).orElseThrow().toString();
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        });
    }

    /** Of one and the same API. */
    @Test
    void theExampleInYamlIsTheOneInJson() {
        List<Trial> both = Stream.of("json", "yaml")
                .map(format -> page.split("```" + format + " described\n")[1].split("```")[0])
                .map(Trial::of)
                .toList();

        assertThat(Json.toNode(both.get(0))).isEqualTo(Json.toNode(both.get(1)));
    }

    @Test
    void presetsFitTheSchemaAndAreNamed() {
        assertThat(Presets.NAMES).allSatisfy(name -> {
            assertThat(schema.validate(Presets.text(name), InputFormat.JSON)).isEmpty();
            assertThat(page).contains("| `" + name + "` |");
        });
    }

    @Test
    void allThatADescriptionCanNameIsThere() {
        Stream<String> values = Arrays.stream(Value.Scope.values()).flatMap(scope -> scope.names().stream());
        Stream<String> forms = Arrays.stream(Form.values()).map(Form::key);
        Stream<String> operations = Operations.KEYS.stream();

        assertThat(Stream.of(values, forms, operations).flatMap(names -> names).distinct())
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void allHeadersForTokensAreThere() {
        assertThat(AnswerReader.HEADERS)
                .allSatisfy(header -> assertThat(page).containsIgnoringCase("`" + header + "`"));
    }

    /** With the status and the next general one. */
    @Test
    void allReasonsAreThere() {
        assertThat(Problem.KEYS).allSatisfy(key -> {
            List<MatchResult> rows = Pattern.compile("(?m)^\\|[^|]*`" + key + "`[^|]*\\|([^|]*)\\|([^|]*)\\|")
                    .matcher(page.substring(page.indexOf("### Reasons")))
                    .results()
                    .toList();
            Problem problem = Problem.of(key);
            String next = problem.fromSpecificToGeneral()
                    .skip(1)
                    .findFirst()
                    .map(general -> "`" + general.key() + "`")
                    .orElse("");

            assertThat(rows).as(key).hasSize(1);
            assertThat(rows.get(0).group(2).strip()).as(key).isEqualTo(next);
            assertThat(rows.get(0).group(1))
                    .as(key)
                    .contains(problem == Problem.ERROR ? "" : Integer.toString(problem.status()));
        });
    }

    @Test
    void theSchemaHasAllReasons() {
        JsonNode root =
                Json.parseObject(Texts.file("docs/described.schema.json")).orElseThrow();

        assertThat(StreamSupport.stream(
                                root.at("/$defs/errors/propertyNames/enum").spliterator(), false)
                        .map(JsonNode::textValue))
                .containsExactlyElementsOf(Problem.KEYS);
    }
}
