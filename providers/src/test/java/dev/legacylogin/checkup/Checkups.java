package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.legacylogin.Answers;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The check-up as an admin asks for it. Every report is held against its schema. */
public final class Checkups {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z_`, ]+) \\| ([a-z, ]+) \\|");

    private Checkups() {}

    static String path(TestRealm realm) {
        return "/admin/realms/" + realm.name() + "/legacy-login";
    }

    static Http request(TestRealm realm) {
        return Http.get(path(realm)).asAdmin();
    }

    /** The report, which fits the schema; its findings have the levels of the documentation. */
    public static JsonNode report(TestRealm realm) {
        Answer answer = Answers.granted(request(realm));
        assertThat(answer.headers("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
        assertThat(schema().validate(answer.body(), InputFormat.JSON)).isEmpty();
        Map<String, String> levels = documentedLevels();
        for (JsonNode finding : answer.json().findParents("code")) {
            assertThat(finding.path("level").textValue())
                    .as(finding.toString())
                    .isEqualTo(levels.get(finding.path("code").textValue()));
            assertThat(finding.path("message").textValue()
                            + finding.path("action").textValue())
                    .doesNotContain("null");
        }
        return answer.json();
    }

    /** What was found, each as {@code WHERE CODE}. */
    static Set<String> findings(JsonNode report) {
        Set<String> found = new TreeSet<>();
        add(found, "realm", report);
        for (JsonNode shape : report.path("shapes")) {
            String name = shape.path("shape").textValue();
            add(found, name, shape);
            shape.path("clients")
                    .forEach(client ->
                            add(found, name + "/" + client.path("clientId").textValue(), client));
        }
        return found;
    }

    private static void add(Set<String> found, String where, JsonNode holder) {
        holder.path("findings")
                .forEach(finding -> found.add(where + " " + finding.path("code").textValue()));
    }

    /** The finding with this code, wherever it is. */
    static JsonNode finding(JsonNode report, String code) {
        List<JsonNode> found = report.findParents("code").stream()
                .filter(finding -> finding.path("code").textValue().equals(code))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** What the finding with this code says. */
    static String message(JsonNode report, String code) {
        return finding(report, code).path("message").textValue();
    }

    /** The finding with this code at a client of this shape. */
    static JsonNode finding(JsonNode report, String code, String shape) {
        return finding(shape(report, shape).path("clients"), code);
    }

    /** What the report says of this shape. */
    static JsonNode shape(JsonNode report, String shape) {
        for (JsonNode candidate : report.path("shapes")) {
            if (candidate.path("shape").textValue().equals(shape)) {
                return candidate;
            }
        }
        throw new AssertionError("No shape " + shape);
    }

    static Schema schema() {
        return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(schemaText());
    }

    static String schemaText() {
        return Texts.file("docs/checkup.schema.json");
    }

    /** The level of each code, as {@code docs/checkup.md} has it: one for all codes of a row, or one for each. */
    static Map<String, String> documentedLevels() {
        Map<String, String> levels = new LinkedHashMap<>();
        ROW.matcher(Texts.file("docs/checkup.md")).results().forEach(row -> {
            String[] codes = row.group(1).replace("`", "").split(", ");
            String[] each = row.group(2).split(", ");
            for (int i = 0; i < codes.length; i++) {
                levels.put(codes[i], each[Math.min(i, each.length - 1)]);
            }
        });
        return levels;
    }
}
