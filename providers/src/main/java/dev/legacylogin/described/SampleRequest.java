package dev.legacylogin.described;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.http.Json;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as an endpoint reads it: each input where it is looked for first, with its own name for a value.
 *
 * @param method the HTTP method
 * @param path the described path, with what is in the query
 * @param headers by name
 * @param body as JSON; absent where nothing of it is read
 */
@JsonPropertyOrder({"method", "path", "headers", "body"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SampleRequest(String method, String path, Map<String, String> headers, ObjectNode body) {

    static SampleRequest of(DescribedCall call) {
        Map<String, String> headers = new LinkedHashMap<>();
        ObjectNode body = Json.object();
        StringBuilder query = new StringBuilder();
        Map<Input, JsonNode> values = new LinkedHashMap<>(call.requires());
        call.inputs().forEach((name, inputs) -> values.put(inputs.get(0), new TextNode("<" + name + ">")));
        values.forEach((input, value) -> {
            switch (input.source()) {
                case Input.BODY -> Json.inside(body, input.owners()).set(input.last(), value);
                case Input.QUERY ->
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(input.last())
                            .append('=')
                            .append(call.requires().containsKey(input) ? encoded(value) : value.asText());
                case "header" -> headers.put(input.last(), value.asText());
                case "cookie" ->
                    headers.merge(HttpHeaders.COOKIE, input.last() + "=" + value.asText(), (a, b) -> a + "; " + b);
                case "basic" -> headers.put(HttpHeaders.AUTHORIZATION, "Basic <username>:<password>, in Base64");
                default -> headers.put(HttpHeaders.AUTHORIZATION, "Bearer " + value.asText());
            }
        });
        return new SampleRequest(call.method(), call.path() + query, headers, body.isEmpty() ? null : body);
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "SampleRequest";
    }
}
