package dev.legacylogin.expect;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import java.util.function.UnaryOperator;

/** A request that no shape takes, whatever it is for, and what its answer must tell in the shape's own form. */
public enum BadRequest {
    CUT_JSON(400, "malformed", "Malformed request", http -> http.json("{\"username\":\"TestUser\",")),
    NO_JSON(400, "malformed", "Malformed request", http -> http.json("username=TestUser")),
    ARRAY(400, "malformed", "Malformed request", http -> http.json("[\"TestUser\"]")),
    TEXT(400, "malformed", "Malformed request", http -> http.json("\"TestUser\"")),
    NULL(400, "malformed", "Malformed request", http -> http.json("null")),
    TRAILING(400, "malformed", "Malformed request", http -> http.json("{} {}")),
    TWICE(400, "malformed", "Malformed request", http -> http.json("{\"password\":\"a\",\"password\":\"b\"}")),
    BLANKS(400, "malformed", "Malformed request", http -> http.json("  ")),
    NO_UTF8(
            400,
            "malformed",
            "Malformed request",
            http -> http.header("Content-Type", "application/json")
                    .body(new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'})),
    TOO_DEEP(
            400,
            "malformed",
            "Malformed request",
            http -> http.json("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}")),
    TOO_LARGE(
            413,
            "too_large",
            "The request is too large",
            http -> http.json("{\"a\":\"" + "a".repeat(16 * 1024) + "\"}")),
    FORM(
            415,
            "unsupported_media_type",
            "Unsupported content type",
            http -> http.header("Content-Type", "application/x-www-form-urlencoded")
                    .body("username=TestUser&password=password")),
    XML(
            415,
            "unsupported_media_type",
            "Unsupported content type",
            http -> http.header("Content-Type", "application/xml").body("<login/>")),
    MULTIPART(
            415,
            "unsupported_media_type",
            "Unsupported content type",
            http -> http.header("Content-Type", "multipart/form-data; boundary=b")
                    .body("--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nTestUser\r\n--b--\r\n")),
    FOREIGN_ORIGIN(
            403,
            "origin_not_allowed",
            "Origin not allowed",
            http -> http.header("Origin", "https://evil.example")
                    .json("{\"username\":\"TestUser\",\"user\":\"TestUser\",\"password\":\"password\"}")),
    FOREIGN_ORIGIN_AND_TEXT(
            403,
            "origin_not_allowed",
            "Origin not allowed",
            http -> http.header("Origin", "https://evil.example")
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body("{\"username\":\"TestUser\",\"user\":\"TestUser\",\"password\":\"password\"}"));

    private final int status;
    private final String error;
    private final String message;
    private final UnaryOperator<Http> request;

    BadRequest(int status, String error, String message, UnaryOperator<Http> request) {
        this.status = status;
        this.error = error;
        this.message = message;
        this.request = request;
    }

    /** Sends it with this method to this path. */
    public Answer send(String method, String path) {
        return request.apply(Http.request(method, path)).send();
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** A name for the error, where the shape has one. */
    public String error() {
        return error;
    }

    /** A text for people. */
    public String message() {
        return message;
    }
}
