package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A part of a description that is being read.
 *
 * @param node its JSON
 * @param place where it stands
 * @param mistakes gets what is wrong
 */
record Part(JsonNode node, Place place, List<Mistake> mistakes) {
    /** More help nobody, and each of them costs memory. */
    private static final int MAX_MISTAKES = 50;

    /** What is quoted of a name that is not known. */
    private static final int QUOTED = 60;

    /** Notes a mistake here. */
    void wrong(String text) {
        if (mistakes.size() < MAX_MISTAKES) {
            mistakes.add(new Mistake(place.toString(), text));
        }
    }

    /** Notes that there is no such thing here, and what there is. */
    void unknown(String what, String name, Collection<String> known) {
        wrong("no such " + what + " " + quoted(name) + "; known are " + String.join(", ", known));
    }

    /** A name in a mistake, cut where it is long. */
    static String quoted(String name) {
        return "\"" + (name.length() > QUOTED ? name.substring(0, QUOTED) + "…" : name) + "\"";
    }

    /** Whether it is an object. Each of its members must be one of these. */
    boolean isObjectOf(List<String> known) {
        if (!isObject()) {
            return false;
        }
        members()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> unknown("member", name, known));
        return true;
    }

    /** Whether it is an object. */
    boolean isObject() {
        if (!node.isObject()) {
            wrong("must be an object");
        }
        return node.isObject();
    }

    /** The members of an object, each with its name. */
    Stream<Map.Entry<String, Part>> members() {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .map(name -> Map.entry(name, at(node.get(name), "." + name)));
    }

    /** The items of an array; else itself, as the only one. */
    List<Part> items() {
        return node.isArray()
                ? IntStream.range(0, node.size())
                        .mapToObj(i -> at(node.get(i), "[" + i + "]"))
                        .toList()
                : List.of(this);
    }

    /** A member, or empty where there is none. */
    Optional<Part> member(String name) {
        return Optional.ofNullable(node.get(name)).map(member -> at(member, "." + name));
    }

    /** A member that must be there. */
    Optional<Part> needed(String name) {
        Optional<Part> member = member(name);
        if (member.isEmpty()) {
            wrong("needs the member \"" + name + "\"");
        }
        return member;
    }

    /** A text that fulfils a rule. */
    Optional<String> text(Predicate<String> valid, String rule) {
        Optional<String> text = Optional.ofNullable(node.textValue()).filter(valid);
        if (text.isEmpty()) {
            wrong("must be " + rule);
        }
        return text;
    }

    /** A text that is one of these. */
    Optional<String> oneOf(Collection<String> known) {
        return text(known::contains, "one of " + String.join(", ", known));
    }

    /** An integer in these bounds. */
    Optional<Integer> integer(int min, int max) {
        boolean fits = node.isInt() && node.intValue() >= min && node.intValue() <= max;
        if (!fits) {
            wrong("must be an integer from " + min + " to " + max);
        }
        return fits ? Optional.of(node.intValue()) : Optional.empty();
    }

    private Part at(JsonNode inner, String step) {
        return new Part(inner, new Place(place, step), mistakes);
    }
}
