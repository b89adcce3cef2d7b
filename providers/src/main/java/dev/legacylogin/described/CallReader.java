package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.http.BodyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one of a description's endpoints.
 *
 * @param part the endpoint
 * @param shared the answers for refusals that the description says of all endpoints
 */
record CallReader(Part part, Map<Problem, AnswerTemplate> shared) {
    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "GET", "DELETE");
    private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");
    private static final int MAX_INPUTS = 8;

    /** Whatever a client may send as it is, without what routers and proxies read in more than one way. */
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~!$&'()*+,=:@-]+)+/?");

    private static final Pattern DOTS = Pattern.compile(".*/\\.{1,2}(?:/.*)?");

    Optional<DescribedCall> read() {
        if (!part.isObject()) {
            return Optional.empty();
        }
        Optional<Operations> operation = part.needed("operation")
                .flatMap(one -> one.oneOf(Operations.KEYS))
                .map(key -> Operations.valueOf(key.toUpperCase(Locale.ROOT)));
        if (operation.isEmpty()) {
            return Optional.empty(); // which members there may be is not known
        }
        List<String> known =
                new ArrayList<>(List.of("operation", "method", "path", "accepts", "requires", "success", "errors"));
        known.addAll(operation.get().inputs().keySet());
        part.isObjectOf(known);
        String method = part.member("method").flatMap(one -> one.oneOf(METHODS)).orElse("POST");
        Optional<String> path = part.needed("path").flatMap(CallReader::path);
        BodyType body =
                part.member("accepts").map(CallReader::accepts).orElseGet(() -> BodyType.JSON.and(BodyType.Also.FORM));
        Map<String, List<Input>> inputs = new LinkedHashMap<>();
        operation.get().inputs().forEach((name, byDefault) -> inputs.put(name, inputs(name, byDefault, method)));
        Map<Input, JsonNode> requires = requires(method);
        AnswerReader success = new AnswerReader(operation.get().scope(), 200, 299);
        Optional<AnswerTemplate> answer = operation.get().needsAnswer()
                ? part.needed("success").map(success::read)
                : part.member("success").map(success::read).or(() -> Optional.of(AnswerTemplate.NO_CONTENT));
        Errors errors = new Errors(path.orElse(""), Errors.read(part.member("errors")), shared);
        return path.isEmpty() || answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new DescribedCall(
                        method,
                        path.get(),
                        WITH_BODY.contains(method),
                        body,
                        operation.get(),
                        inputs,
                        requires,
                        answer.get(),
                        errors));
    }

    private static Optional<String> path(Part path) {
        return path.text(
                text -> text.length() <= 200
                        && PATH.matcher(text).matches()
                        && !DOTS.matcher(text).matches(),
                "a path such as /api/login, of at most 200 letters, digits and ._~!$&'()*+,=:@-");
    }

    private static BodyType accepts(Part accepts) {
        BodyType type = BodyType.JSON;
        for (Part item : accepts.items()) {
            Optional<String> one = item.oneOf(List.of("json", "form", "multipart"));
            if (one.filter("form"::equals).isPresent()) {
                type = type.and(BodyType.Also.FORM);
            } else if (one.filter("multipart"::equals).isPresent()) {
                type = type.and(BodyType.Also.MULTIPART);
            }
        }
        return type;
    }

    private List<Input> inputs(String name, String byDefault, String method) {
        Optional<Part> said = part.member(name);
        if (said.isEmpty()) {
            Input input = Input.of(byDefault).orElseThrow();
            if (input.source().equals(Input.BODY) && !WITH_BODY.contains(method)) {
                part.wrong("needs the member \"" + name + "\": " + method + " has no body, where it is by default");
            }
            return List.of(input);
        }
        List<Part> items = said.get().items();
        if (items.isEmpty() || items.size() > MAX_INPUTS) {
            said.get().wrong("must be 1 to " + MAX_INPUTS + " of " + Input.RULE);
            return List.of();
        }
        return items.stream()
                .flatMap(item -> item
                        .text(text -> Input.of(text).isPresent(), Input.RULE)
                        .flatMap(Input::of)
                        .filter(input -> isPossible(item, input, name, method))
                        .stream())
                .toList();
    }

    private static boolean isPossible(Part item, Input input, String name, String method) {
        boolean noBody = input.source().equals(Input.BODY) && !WITH_BODY.contains(method);
        boolean inTheUrl = input.source().equals(Input.QUERY) && !name.equals("username");
        if (noBody) {
            item.wrong(method + " has no body");
        }
        if (inTheUrl) {
            item.wrong("a " + name + " in a URL gets into logs; take it from the body or a header");
        }
        return !noBody && !inTheUrl;
    }

    private Map<Input, JsonNode> requires(String method) {
        Map<Input, JsonNode> requires = new LinkedHashMap<>();
        part.member("requires").filter(Part::isObject).ifPresent(all -> {
            if (all.node().size() > MAX_INPUTS) {
                all.wrong("has more than " + MAX_INPUTS + " members");
            }
            all.members().forEach(entry -> {
                Part value = entry.getValue();
                Optional<Input> input = Input.of(entry.getKey())
                        .filter(one -> !one.names().isEmpty() && !one.source().equals("basic"));
                if (input.isEmpty()) {
                    value.wrong("its name must be body.NAME, query.NAME, header.NAME or cookie.NAME");
                } else if (!value.node().isTextual()
                        && !value.node().isIntegralNumber()
                        && !value.node().isBoolean()) {
                    value.wrong("must be a text, an integer, true or false");
                } else if (input.get().source().equals(Input.BODY) && !WITH_BODY.contains(method)) {
                    value.wrong(method + " has no body");
                } else {
                    requires.put(input.get(), value.node());
                }
            });
        });
        return requires;
    }
}
