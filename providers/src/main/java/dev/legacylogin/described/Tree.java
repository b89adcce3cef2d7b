package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A JSON document of a description, in which texts may be {@link Template}s. */
@FunctionalInterface
interface Tree {
    /** The document; {@code null} where it is one value that is missing. */
    JsonNode in(Facts facts);

    /**
     * A member of an object.
     *
     * @param optional whether it is left out where its value is missing, which is {@code null} else
     */
    record Member(String name, boolean optional, Tree value) {}

    /**
     * Reads one.
     *
     * @param named gets what it names
     */
    static Tree read(Part part, Value.Scope scope, Set<String> named) {
        JsonNode node = part.node();
        if (node.isObject()) {
            List<Member> members = new ArrayList<>();
            Set<String> names = new HashSet<>();
            part.members().forEach(entry -> {
                boolean optional = entry.getKey().endsWith("?");
                String name =
                        optional ? entry.getKey().substring(0, entry.getKey().length() - 1) : entry.getKey();
                if (!names.add(name)) {
                    entry.getValue().wrong("the member " + Part.quoted(name) + " is there twice, with and without ?");
                }
                if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
                    entry.getValue().wrong("the member's name has half of a surrogate pair, which no answer can have");
                }
                members.add(new Member(name, optional, read(entry.getValue(), scope, named)));
            });
            return facts -> object(members, facts);
        }
        if (node.isArray()) {
            List<Tree> items =
                    part.items().stream().map(item -> read(item, scope, named)).toList();
            return facts -> array(items, facts);
        }
        if (node.isTextual()) {
            Template template = Template.read(part, scope);
            named.addAll(template.names());
            return template::in;
        }
        return facts -> node;
    }

    private static JsonNode object(List<Member> members, Facts facts) {
        ObjectNode object = Json.object();
        for (Member member : members) {
            JsonNode value = member.value().in(facts);
            if (value != null || !member.optional()) {
                object.set(member.name(), value == null ? NullNode.getInstance() : value);
            }
        }
        return object;
    }

    private static JsonNode array(List<Tree> items, Facts facts) {
        ArrayNode array = Json.array();
        for (Tree item : items) {
            JsonNode value = item.in(facts);
            array.add(value == null ? NullNode.getInstance() : value);
        }
        return array;
    }
}
