package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Writes valid descriptions that are as different as some numbers say. Lets the fuzz tests have any.
 *
 * @param choose a number below its argument
 */
public record RandomDescription(IntUnaryOperator choose) {
    private static final int MAX_DEPTH = 4;
    private static final List<String> CONSTANTS =
            List.of("", "a text", "{{", "ä ✓ 😀", "<b>\"quoted\" \\", "\u0000\r\n\t");
    private static final List<String> WITH_BODY = List.of("POST", "PUT", "PATCH");
    private static final List<String> HEADERS = List.of("Authorization", "Refresh-Token", "X-One", "x-two");

    /** One with up to four endpoints. */
    public ObjectNode write() {
        ObjectNode description = Json.object();
        ArrayNode endpoints = description.putArray("endpoints");
        IntStream.rangeClosed(0, choose(4)).forEach(i -> endpoints.add(endpoint(i)));
        if (choose(2) == 1) {
            description.set("errors", errors());
        }
        return description;
    }

    private ObjectNode endpoint(int number) {
        Operations operation = Operations.valueOf(one(Operations.KEYS).toUpperCase(Locale.ROOT));
        String method = one(List.of("POST", "PUT", "PATCH", "GET", "DELETE"));
        ObjectNode endpoint = Json.object()
                .put("operation", operation.key())
                .put("method", method)
                .put("path", "/" + one(List.of("api/login", "a:b", "v1/~x", "$(x)", "...")) + "/" + number);
        operation.inputs().keySet().forEach(name -> endpoint.set(name, places(name, WITH_BODY.contains(method))));
        if (choose(3) == 1) {
            ArrayNode accepts = endpoint.putArray("accepts").add("json");
            List.of("form", "multipart").stream().filter(type -> choose(2) == 1).forEach(accepts::add);
        }
        if (choose(4) == 1) {
            ObjectNode requires = endpoint.putObject("requires");
            requires.put("header.X-Key", "key").put("query.v", 1);
        }
        endpoint.set("success", success(operation.scope()));
        if (choose(2) == 1) {
            endpoint.set("errors", errors());
        }
        return endpoint;
    }

    private JsonNode places(String name, boolean body) {
        List<String> possible = new ArrayList<>(List.of("header.X-" + name, "cookie." + name));
        possible.add(name.equals("token") ? "bearer" : "basic." + name);
        if (body) {
            possible.addAll(List.of("body." + name, "body.a.b." + name));
        }
        if (name.equals("username")) {
            possible.add("query." + name);
        }
        ArrayNode places = Json.array();
        IntStream.rangeClosed(0, choose(2)).forEach(i -> places.add(one(possible)));
        return places;
    }

    private ObjectNode success(Value.Scope scope) {
        ObjectNode success = answer(scope, 200 + choose(5));
        if (scope == Value.Scope.GRANTED && choose(3) == 1) {
            ObjectNode cookie = success.putObject("cookies").putObject("jwt");
            cookie.put("value", one(List.of("{access_token}", "{refresh_token}")))
                    .put("scripts", choose(2) == 1);
            if (choose(2) == 1) {
                cookie.put("path", "/");
            }
        }
        return success;
    }

    private ObjectNode errors() {
        ObjectNode errors = Json.object();
        for (String key : Problem.KEYS) {
            if (choose(4) == 1) {
                ObjectNode answer = answer(Value.Scope.REFUSED, 400 + choose(50));
                if (key.equals("unexpected")) {
                    answer.remove("status"); // it would hide a failure of the server
                }
                errors.set(key, answer);
            }
        }
        return errors;
    }

    private ObjectNode answer(Value.Scope scope, int status) {
        ObjectNode answer = Json.object().put("status", status);
        if (status != 204) {
            switch (choose(4)) {
                case 0 -> answer.put("text", template(scope));
                case 1 -> answer.put("type", "application/problem+json").set("body", tree(scope, 0));
                case 2 -> answer.set("body", tree(scope, 0));
                default -> {
                    // an answer without a body
                }
            }
        }
        if (choose(3) == 1) {
            answer.putObject("headers").put(one(HEADERS), template(scope));
        }
        return answer;
    }

    private JsonNode tree(Value.Scope scope, int depth) {
        return switch (choose(depth < MAX_DEPTH ? 6 : 3)) {
            case 0, 1 -> new TextNode(template(scope));
            case 2 -> Json.toNode(one(List.of(true, 0, -1.5, 1e300, Long.MAX_VALUE)));
            case 3 -> {
                ArrayNode array = Json.array();
                IntStream.range(0, choose(4)).forEach(i -> array.add(tree(scope, depth + 1)));
                yield array;
            }
            default -> {
                ObjectNode object = Json.object();
                IntStream.range(0, choose(5))
                        .forEach(i -> object.set("m" + i + (choose(3) == 1 ? "?" : ""), tree(scope, depth + 1)));
                yield object;
            }
        };
    }

    private String template(Value.Scope scope) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= choose(3); i++) {
            text.append(choose(3) == 1 ? one(CONSTANTS) : "{" + value(scope) + "}");
        }
        return text.toString();
    }

    private String value(Value.Scope scope) {
        String name = one(scope.names())
                .replace("NAME", one(List.of("role", "legacy_id", "email", "location", "location.lat", "none")));
        return choose(2) == 1
                ? name + ":" + one(scope.named(name).kind().forms()).key()
                : name;
    }

    private int choose(int below) {
        return choose.applyAsInt(below);
    }

    private <T> T one(List<T> all) {
        return all.get(choose(all.size()));
    }
}
