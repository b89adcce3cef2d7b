package dev.legacylogin.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request of HTTP/1.1 as it goes over the wire.
 *
 * @param head the request line and the headers, without those of the body's length
 * @param body the body, empty where there is none
 */
record Message(String head, String body) {

    /** A request without a body. */
    static Message of(String method, String path) {
        return new Message(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n", "");
    }

    /** A request with a body of JSON. */
    static Message json(String method, String path, String json) {
        return new Message(of(method, path).with("Content-Type", "application/json").head, json);
    }

    /** A POST of a form. */
    static Message form(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Message(of("POST", path).with("Content-Type", "application/x-www-form-urlencoded").head, form);
    }

    /** The same with one more header. */
    Message with(String name, String value) {
        return new Message(head + name + ": " + value + "\r\n", body);
    }

    /** The same with {@code Authorization: Basic}. */
    Message basic(String username, String password) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** The same with {@code Authorization: Bearer}. */
    Message bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        return (head + "Content-Length: " + content.length + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
