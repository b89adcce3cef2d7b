package dev.legacylogin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.legacylogin.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds what goes over the wire at a documented path against {@code docs/openapi.yaml}: every answer, and the requests
 * that were granted, since tests send wrong ones on purpose. So the document cannot drift from what the server does.
 */
public final class Contract {
    private static final String IRI = "https://legacy-login.example/openapi";
    private static final Pattern REALM = Pattern.compile("/realms/[^/;]+");
    private static final String JSON_TYPE = "application/json";

    /** The shape is off; the request's headers are longer than the server takes. */
    private static final Set<Integer> NOT_OURS = Set.of(404, 431);

    /** Of the connection, of Keycloak itself, and the content's own, which is looked at on its own. */
    private static final Set<String> IGNORED = Set.of(
            "connection",
            "content-length",
            "content-type",
            "date",
            "referrer-policy",
            "strict-transport-security",
            "transfer-encoding",
            "x-frame-options",
            "x-robots-tag",
            "x-xss-protection");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(IRI, DOCUMENT.toString())));
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private final String name;
    private final List<String> deviations = new ArrayList<>();

    private Contract(String name) {
        this.name = name;
    }

    /** What was sent. */
    public record Sent(HttpHeaders headers, byte[] body) {}

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Texts.file("docs/openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails where the exchange is not as documented. Paths that are not documented are none of its business, nor what
     * Keycloak and its HTTP server answer before a documented path is reached.
     *
     * @param path with or without a query
     * @param sent empty where the request is wrong on purpose and need not be looked at
     */
    public static void check(String method, String path, Optional<Sent> sent, Answer answer) {
        String called = path.replaceFirst("\\?.*", "");
        String documented = DOCUMENT.path("paths").has(called)
                ? called
                : REALM.matcher(called).replaceFirst("");
        JsonNode item = DOCUMENT.path("paths").path(documented);
        boolean hostUnreadable = answer.status() == 400 && answer.body().isEmpty();
        if (item.isMissingNode() || hostUnreadable || NOT_OURS.contains(answer.status())) {
            return;
        }
        boolean isOperation = item.has(method.toLowerCase(Locale.ROOT));
        String operation = pointer("paths", documented, isOperation ? method.toLowerCase(Locale.ROOT) : "post");
        Contract contract = new Contract(method + " " + path);
        contract.answer(operation, method, answer);
        if (isOperation && answer.status() < 300 && !method.equals("OPTIONS")) {
            sent.ifPresent(request -> contract.request(operation, request));
        }
        if (!contract.deviations.isEmpty()) {
            throw new AssertionError(contract.name + " is not as docs/openapi.yaml says: "
                    + String.join("; ", contract.deviations) + " in " + answer);
        }
    }

    private void answer(String operation, String method, Answer answer) {
        String response = resolved(operation + pointer("responses", String.valueOf(answer.status())));
        if (DOCUMENT.at(response).isMissingNode()) {
            deviations.add("status " + answer.status());
            return;
        }
        headers(response + "/headers", answer.headers());
        JsonNode content = DOCUMENT.at(response).path("content");
        String type = answer.header("Content-Type").orElse("");
        if (content.isMissingNode()) {
            expect(answer.body().isEmpty() && type.isEmpty(), "a body");
        } else if (!content.has(type)) {
            deviations.add("content type '" + type + "'");
        } else if (!method.equals("HEAD")) {
            validate(response + pointer("content", type, "schema"), json(answer.body()), "body");
        }
    }

    private void headers(String documented, HttpHeaders headers) {
        JsonNode all = DOCUMENT.at(documented);
        all.fieldNames().forEachRemaining(header -> {
            String pointer = resolved(documented + pointer(header));
            List<String> values = headers.allValues(header);
            boolean required = DOCUMENT.at(pointer).path("required").booleanValue();
            expect(!required || !values.isEmpty(), "no " + header);
            expect(values.size() < 2 || header.equals("Set-Cookie"), header + " more than once");
            values.forEach(value -> validate(pointer + "/schema", TextNode.valueOf(value), header));
        });
        Set<String> names = ConcurrentHashMap.newKeySet();
        all.fieldNames().forEachRemaining(header -> names.add(header.toLowerCase(Locale.ROOT)));
        headers.map().keySet().stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .filter(header -> !IGNORED.contains(header) && !names.contains(header))
                .forEach(header -> deviations.add("header " + header));
    }

    private void request(String operation, Sent sent) {
        security(DOCUMENT.at(operation).path("security"), sent.headers());
        JsonNode documented = DOCUMENT.at(operation).path("requestBody");
        if (documented.isMissingNode()) {
            return;
        }
        if (sent.body().length == 0) {
            expect(!documented.path("required").booleanValue(), "no body in the request");
            return;
        }
        String type = mediaType(sent.headers());
        if (!documented.path("content").has(type)) {
            deviations.add("content type of the request '" + type + "'");
            return;
        }
        String text = new String(sent.body(), StandardCharsets.UTF_8);
        JsonNode body = type.equals("application/x-www-form-urlencoded") ? form(text) : json(text);
        validate(operation + pointer("requestBody", "content", type, "schema"), body, "body of the request");
    }

    /** Where some scheme is a must: one of HTTP's. */
    private void security(JsonNode schemes, HttpHeaders headers) {
        if (schemes.isEmpty() || schemes.valueStream().anyMatch(JsonNode::isEmpty)) {
            return;
        }
        String scheme = headers.firstValue("Authorization")
                .map(value -> value.split(" ")[0].toLowerCase(Locale.ROOT))
                .orElse("none");
        expect(schemes.valueStream().anyMatch(alternative -> alternative.has(scheme)), "authorization " + scheme);
    }

    /** None and any kind of JSON count as JSON, as the document says in words. */
    private static String mediaType(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return type.isEmpty() || type.endsWith("+json") ? JSON_TYPE : type;
    }

    private static ObjectNode form(String text) {
        ObjectNode members = JSON.createObjectNode();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            members.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
        }
        return members;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            deviations.add("no JSON");
            return JSON.nullNode();
        }
    }

    private void validate(String schema, JsonNode value, String what) {
        for (Error error : COMPILED.computeIfAbsent(
                        schema, pointer -> SCHEMAS.getSchema(SchemaLocation.of(IRI + "#" + pointer)))
                .validate(value)) {
            deviations.add(what + ": " + error);
        }
    }

    private void expect(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            deviations.add(otherwise);
        }
    }

    /** Where a reference of the document's own leads. */
    private static String resolved(String pointer) {
        JsonNode reference = DOCUMENT.at(pointer).path("$ref");
        return reference.isMissingNode()
                ? pointer
                : resolved(reference.textValue().substring(1));
    }

    /** A JSON pointer (RFC 6901). */
    private static String pointer(String... tokens) {
        StringBuilder pointer = new StringBuilder();
        for (String token : tokens) {
            pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
