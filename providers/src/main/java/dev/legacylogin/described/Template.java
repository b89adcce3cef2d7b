package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text of a description: {@code "{expires_in}"}, which keeps the value's type, or {@code "Bearer {access_token}"}, a
 * text with values in it. <code>{{</code> stands for one brace.
 *
 * @param parts constants and values, in order
 * @param names the values that it names
 */
record Template(List<Function<Facts, JsonNode>> parts, Set<String> names) {

    /** Reads one; what it names must be in the scope. */
    static Template read(Part part, Value.Scope scope) {
        String text = part.node().textValue();
        List<Function<Facts, JsonNode>> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        StringBuilder constant = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int brace = text.indexOf('{', at);
            constant.append(text, at, brace < 0 ? text.length() : brace);
            if (brace < 0) {
                break;
            }
            if (text.startsWith("{{", brace)) {
                constant.append('{');
                at = brace + 2;
                continue;
            }
            int end = text.indexOf('}', brace);
            if (end < 0) {
                part.wrong("a brace that is not closed; {{ stands for a brace");
                break;
            }
            addConstant(parts, constant);
            value(part, text.substring(brace + 1, end), scope, names).ifPresent(parts::add);
            at = end + 1;
        }
        addConstant(parts, constant);
        return new Template(List.copyOf(parts), names);
    }

    private static void addConstant(List<Function<Facts, JsonNode>> parts, StringBuilder constant) {
        if (!constant.isEmpty()) {
            JsonNode text = new TextNode(constant.toString());
            parts.add(facts -> text);
            constant.setLength(0);
        }
    }

    private static Optional<Function<Facts, JsonNode>> value(
            Part part, String said, Value.Scope scope, Set<String> names) {
        int colon = said.lastIndexOf(':');
        String name = colon < 0 ? said : said.substring(0, colon);
        Value value = scope.named(name);
        if (value == null) {
            part.unknown("value", name, scope.names());
            return Optional.empty();
        }
        names.add(name);
        List<Form> forms = value.kind().forms();
        Optional<Form> form = colon < 0
                ? Optional.of(forms.get(0))
                : forms.stream()
                        .filter(one -> one.key().equals(said.substring(colon + 1)))
                        .findFirst();
        if (form.isEmpty()) {
            part.unknown(
                    "form of " + name,
                    said.substring(colon + 1),
                    forms.stream().map(Form::key).toList());
        }
        return form.map(one -> facts -> one.of(
                facts.isSample() ? value.kind().sample(name, one) : value.read().apply(facts)));
    }

    /** The value, {@code null} where it is missing; a text where it is more than one value alone. */
    JsonNode in(Facts facts) {
        return parts.size() == 1
                ? parts.get(0).apply(facts)
                : new TextNode(text(facts).orElse(""));
    }

    /** As a text, where nothing in it is missing. */
    Optional<String> text(Facts facts) {
        List<JsonNode> values = new ArrayList<>();
        parts.forEach(part -> values.add(part.apply(facts)));
        return values.contains(null)
                ? Optional.empty()
                : Optional.of(values.stream()
                        .map(value -> value.isValueNode() ? value.asText() : value.toString())
                        .collect(Collectors.joining()));
    }
}
