package dev.legacylogin.described;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a description, and finds everything that is wrong with it: what it accepts cannot fail later. */
final class DescriptionReader {
    static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ENDPOINTS = 32;
    private static final String BOUNDS = "; no member may be there twice, and none deeper than 16";
    private static final List<String> MEMBERS = List.of("$schema", "about", "endpoints", "errors");

    private final List<Mistake> mistakes = new ArrayList<>();

    Description read(String text) {
        List<DescribedEndpoint> endpoints = endpoints(text);
        return new Description(mistakes.isEmpty() ? endpoints : List.of(), List.copyOf(mistakes));
    }

    private List<DescribedEndpoint> endpoints(String text) {
        if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return none("is longer than " + MAX_BYTES / 1024 + " KiB");
        }
        if (text.isBlank()) {
            return none("is empty; docs/described.md has examples to begin with");
        }
        return parsed(text, this::none)
                .map(object -> endpoints(new Part(object, Place.WHOLE, mistakes)))
                .orElse(List.of());
    }

    /**
     * A description as it is written: as JSON where it begins as that, else as YAML.
     *
     * @param wrong is told what makes it neither; the result is empty then
     */
    static Optional<ObjectNode> parsed(String text, Consumer<String> wrong) {
        return text.stripLeading().startsWith("{")
                ? Json.parseObject(text, where -> wrong.accept("is not one JSON object, at " + where + BOUNDS))
                : Yaml.parseObject(text, where -> wrong.accept("is not one YAML mapping, at " + where + BOUNDS));
    }

    private List<DescribedEndpoint> endpoints(Part description) {
        description.isObjectOf(MEMBERS);
        Map<Problem, AnswerTemplate> shared = Errors.read(description.member("errors"));
        return description
                .needed("endpoints")
                .map(all -> endpoints(all, shared))
                .orElse(List.of());
    }

    private List<DescribedEndpoint> none(String why) {
        mistakes.add(new Mistake("description", why));
        return List.of();
    }

    private List<DescribedEndpoint> endpoints(Part all, Map<Problem, AnswerTemplate> shared) {
        if (!all.node().isArray() || all.node().isEmpty() || all.node().size() > MAX_ENDPOINTS) {
            all.wrong("must be an array of 1 to " + MAX_ENDPOINTS + " endpoints");
            return List.of();
        }
        Map<String, List<DescribedCall>> byPath = new LinkedHashMap<>();
        for (Part endpoint : all.items()) {
            new CallReader(endpoint, shared).read().ifPresent(call -> {
                List<DescribedCall> others = byPath.computeIfAbsent(call.path(), path -> new ArrayList<>());
                if (others.stream().anyMatch(other -> other.answersFor(call))) {
                    endpoint.wrong("another endpoint has this method and path;"
                            + " several may have them if those in front have a \"requires\" of their own");
                }
                if (call.readsBody()
                        && others.stream()
                                .anyMatch(other ->
                                        other.readsBody() && !other.body().equals(call.body()))) {
                    endpoint.wrong("another endpoint of this path accepts other content types");
                }
                others.add(call);
            });
        }
        return byPath.values().stream().map(DescribedEndpoint::of).toList();
    }
}
