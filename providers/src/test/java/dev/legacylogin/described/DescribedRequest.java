package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A request that an endpoint of a valid description takes. Lets the fuzz tests make one.
 *
 * @param method its method
 * @param path the described path
 * @param headers its headers, whatever their case
 * @param query its parameters
 * @param body its members
 */
public record DescribedRequest(
        String method, String path, Map<String, String> headers, Map<String, String> query, ObjectNode body) {

    /** The endpoints of a valid description. */
    public static JsonNode endpoints(String description) {
        return DescriptionReader.parsed(description, why -> {}).orElseThrow().path("endpoints");
    }

    /** The OpenAPI document of a valid description. */
    public static byte[] openApi(Description description) {
        return Json.write(OpenApi.of("fuzz", "/", description.calls()));
    }

    /**
     * With all that it needs.
     *
     * @param endpoint as the description has it
     * @param alternative which of the places is taken where there are more
     * @param values of the inputs, by their names: {@code username}, {@code password} and {@code token}
     */
    public static DescribedRequest of(JsonNode endpoint, int alternative, UnaryOperator<String> values) {
        DescribedRequest request = new DescribedRequest(
                endpoint.path("method").asText("POST"),
                endpoint.path("path").textValue(),
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                new TreeMap<>(),
                Json.object());
        Operations operation =
                Operations.valueOf(endpoint.path("operation").textValue().toUpperCase(Locale.ROOT));
        operation.inputs().forEach((name, byDefault) -> {
            List<Input> places = places(endpoint.path(name), byDefault);
            request.put(places.get(alternative % places.size()), new TextNode(values.apply(name)));
        });
        endpoint.path("requires")
                .properties()
                .forEach(constant -> request.put(Input.of(constant.getKey()).orElseThrow(), constant.getValue()));
        return request;
    }

    /** Its query as it stands in a URL, empty without parameters. */
    public String encodedQuery() {
        return query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Input> places(JsonNode said, String byDefault) {
        List<String> all = said.isArray()
                ? StreamSupport.stream(said.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList()
                : List.of(said.asText(byDefault));
        return all.stream().map(place -> Input.of(place).orElseThrow()).toList();
    }

    private void put(Input place, JsonNode value) {
        String text = value.asText();
        switch (place.source()) {
            case "body" -> Json.inside(body, place.owners()).set(place.last(), value);
            case "query" -> query.put(place.last(), text);
            case "header" -> headers.put(place.last(), text);
            case "cookie" -> headers.merge("Cookie", place.last() + "=" + text, (one, more) -> one + "; " + more);
            case "basic" -> basic(place.last().equals("username"), text);
            default -> headers.put("Authorization", "Bearer " + text);
        }
    }

    /** One of the two, beside the other if that is there. */
    private void basic(boolean username, String text) {
        String encoded = headers.getOrDefault("Authorization", "").replaceFirst("^Basic |^Bearer .*", "");
        String[] both = (new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8) + ":").split(":", -1);
        String credentials = username ? text + ":" + both[1] : both[0] + ":" + text;
        headers.put(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
