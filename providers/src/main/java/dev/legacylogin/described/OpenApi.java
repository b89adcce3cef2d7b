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

/** The OpenAPI document (3.1.0) of a described API: what it reads, and a sample of each answer. */
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

    private void add(DescribedCall call) {
        ObjectNode operation =
                inside(document, "paths", call.path(), call.method().toLowerCase(Locale.ROOT));
        operation.put("summary", call.operation().key());
        call.requires()
                .forEach((input, value) ->
                        add(operation, call, input, Json.object().set("const", value)));
        call.inputs().values().stream()
                .flatMap(List::stream)
                .forEach(input -> add(operation, call, input, Json.object().put("type", "string")));
        SampleAnswer.of(call).forEach((reason, answer) -> add(operation, reason, answer));
    }

    private void add(ObjectNode operation, DescribedCall call, Input input, JsonNode schema) {
        switch (input.source()) {
            case Input.BODY ->
                types(call.body()).forEach(type -> {
                    List<String> path =
                            new ArrayList<>(List.of("requestBody", "content", type, "schema", "properties"));
                    input.owners().forEach(owner -> path.addAll(List.of(owner, "properties")));
                    Json.inside(operation, path).set(input.last(), schema);
                });
            case "basic", "bearer" ->
                secure(operation, input.source(), Map.of("type", "http", "scheme", input.source()));
            default -> {
                if (input.isAuthorization()) { // which OpenAPI takes for no parameter
                    secure(operation, "header", Map.of("type", "apiKey", "in", "header", "name", input.last()));
                } else {
                    operation
                            .withArray("parameters")
                            .addObject()
                            .put("name", input.last())
                            .put("in", input.source())
                            .set("schema", schema);
                }
            }
        }
    }

    /** One of the ways in which a request may say who it is of. */
    private void secure(ObjectNode operation, String name, Map<String, String> scheme) {
        inside(document, "components", "securitySchemes").set(name, Json.toNode(scheme));
        ArrayNode ways = operation.withArray("security");
        if (ways.findValue(name) == null) {
            ways.addObject().putArray(name);
        }
    }

    private static void add(ObjectNode operation, String reason, SampleAnswer answer) {
        ObjectNode response = inside(operation, "responses", Integer.toString(answer.status()));
        String others = response.path("description").asText();
        response.put("description", others.isEmpty() ? reason : others + ", " + reason);
        answer.headers()
                .keySet()
                .forEach(header -> inside(response, "headers", header, "schema").put("type", "string"));
        if (answer.body() != null) {
            inside(response, "content", answer.type(), "examples", reason).set("value", answer.body());
        }
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
