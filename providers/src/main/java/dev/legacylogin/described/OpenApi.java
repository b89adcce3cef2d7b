package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The OpenAPI document (3.1.0) of a described API: what it reads, and which answers there are. Anybody may ask for it, and so
 * it has none of the description's constants: one that a request must have may be a secret.
 */
final class OpenApi {
    private static final Map<BodyType.Also, String> TYPES = Map.of(
            BodyType.Also.FORM, "application/x-www-form-urlencoded", BodyType.Also.MULTIPART, "multipart/form-data");

    private final ObjectNode document = Json.object().put("openapi", "3.1.0");

    private OpenApi(String title, String url) {
        document.putObject("info").put("title", title).put("version", "1");
        document.putArray("servers").addObject().put("url", url);
        document.putObject("paths");
    }

    /**
     * The document.
     *
     * @param title the API's name
     * @param url the base URL, which the described paths follow
     */
    static ObjectNode of(String title, String url, Stream<DescribedCall> calls) {
        OpenApi openApi = new OpenApi(title, url);
        calls.forEach(openApi::add);
        return openApi.document;
    }

    /** What is said of the same path and method already stays. */
    private void add(DescribedCall call) {
        ObjectNode operation =
                inside(document, "paths", call.path(), call.method().toLowerCase(Locale.ROOT));
        String name = call.operation().key();
        list(operation, "summary", name);
        Stream.concat(
                        call.requires().keySet().stream(),
                        call.inputs().values().stream().flatMap(List::stream))
                .flatMap(input -> schemas(operation, call, input))
                .forEach(schema -> schema.put("type", "string"));
        add(operation, name, call.success().outline(call.success().status().orElse(200)));
        Problem.possible(call)
                .forEach(problem -> add(operation, problem.key(), call.errors().outline(problem)));
    }

    /** Of an input, one for each content type. */
    private Stream<ObjectNode> schemas(ObjectNode operation, DescribedCall call, Input input) {
        return switch (input.source()) {
            case Input.BODY ->
                types(call.body()).map(type -> {
                    List<String> path = new ArrayList<>(List.of("requestBody", "content", type, "schema"));
                    input.names().forEach(name -> path.addAll(List.of("properties", name)));
                    return Json.inside(operation, path);
                });
            case "basic", "bearer" ->
                secured(operation, input.source(), scheme("http").put("scheme", input.source()));
            default ->
                input.isAuthorization() // which OpenAPI takes for no parameter
                        ? secured(
                                operation,
                                "header",
                                scheme("apiKey").put("in", "header").put("name", input.last()))
                        : Stream.of(parameter(operation.withArray("parameters"), input));
        };
    }

    private static ObjectNode parameter(ArrayNode parameters, Input input) {
        for (JsonNode parameter : parameters) {
            if (parameter.path("name").asText().equals(input.last())
                    && parameter.path("in").asText().equals(input.source())) {
                return (ObjectNode) parameter.path("schema");
            }
        }
        return parameters
                .addObject()
                .put("name", input.last())
                .put("in", input.source())
                .putObject("schema");
    }

    /** One of the ways in which a request may say who it is of, which has no schema of its own. */
    private Stream<ObjectNode> secured(ObjectNode operation, String name, ObjectNode scheme) {
        inside(document, "components", "securitySchemes").set(name, scheme);
        ArrayNode ways = operation.withArray("security");
        if (ways.findValue(name) == null) {
            ways.addObject().putArray(name);
        }
        return Stream.empty();
    }

    private static void add(ObjectNode operation, String reason, AnswerTemplate.Outline answer) {
        ObjectNode response = inside(operation, "responses", Integer.toString(answer.status()));
        list(response, "description", reason);
        answer.headerNames()
                .forEach(header -> inside(response, "headers", header, "schema").put("type", "string"));
        answer.type().ifPresent(type -> inside(response, "content", type));
    }

    private static ObjectNode scheme(String type) {
        return Json.object().put("type", type);
    }

    private static void list(ObjectNode owner, String member, String one) {
        List<String> all = new ArrayList<>(List.of(owner.path(member).asText().split(", ")));
        all.removeIf(other -> other.isEmpty() || other.equals(one));
        all.add(one);
        owner.put(member, String.join(", ", all));
    }

    private static Stream<String> types(BodyType body) {
        return Stream.concat(
                Stream.of("application/json"),
                body.also().stream().filter(TYPES::containsKey).map(TYPES::get));
    }

    private static ObjectNode inside(ObjectNode outer, String... names) {
        return Json.inside(outer, List.of(names));
    }
}
