package dev.legacylogin;

import dev.legacylogin.http.Fault;
import dev.legacylogin.server.TestRealm;
import java.util.Locale;

/**
 * A documented failure.
 *
 * @param status the HTTP status
 * @param body the whole body; the time of a timestamp is written as an ellipsis
 */
public record Failure(int status, String body) {

    /** Of Fusio. */
    public static Failure fusio(int status, String message) {
        return new Failure(
                status, "{\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"" + message + "\"}");
    }

    /** Of wanderer over PocketBase. */
    public static Failure pocketbase(int status, String message, String data, String url) {
        String response = "{\"code\":%d,\"message\":\"%s\",\"data\":%s}".formatted(status, message, data);
        return new Failure(status, """
                {"url":"%s","status":%d,"response":%s,"isAbort":false,\
                "originalError":{"url":"%s","status":%d,"data":%s},"name":"ClientResponseError %d"}""".formatted(url, status, response, url, status, response, status));
    }

    /** Of NomicGameManager's framework. */
    public static Failure nomic(int status, String error) {
        return new Failure(
                status,
                "{\"timestamp\":\"…\",\"status\":%d,\"error\":\"%s\",\"path\":\"/api/auth/token\"}"
                        .formatted(status, error));
    }

    static Failure passport(int status, String message) {
        return new Failure(status, "{\"success\":false,\"message\":\"" + message + "\"}");
    }

    static Failure passportFieldsRequired() {
        return new Failure(422, """
                {"message":"error.validation","errors":{"username":["The username field is required."],\
                "password":["The password field is required."]},"success":false}""");
    }

    static Failure oauth(int status, String error, String description) {
        return new Failure(
                status,
                "{\"error\":\"%s\",\"error_description\":\"%s\",\"message\":\"%s\"}"
                        .formatted(error, description, description));
    }

    /** Of sphinx-cbs. */
    public static Failure sphinx(int status, String error, String description) {
        return new Failure(
                status, "{\"code\":%d,\"error\":\"%s\",\"desc\":\"%s\"}".formatted(status, error, description));
    }

    /** What a path answers where this stands in the way. */
    public static Failure of(Fault fault, Route route, String url) {
        int status = fault.status();
        String message = fault.message();
        String name = fault.name().toLowerCase(Locale.ROOT);
        return switch (route) {
            case FUSIO -> fusio(status, message);
            case POCKETBASE -> pocketbase(status, fault == Fault.MALFORMED ? "Invalid json" : message, "{}", url);
            case NOMIC ->
                switch (fault) {
                    case METHOD_NOT_ALLOWED -> nomic(status, "Method Not Allowed");
                    case UNEXPECTED -> nomic(status, "Internal Server Error");
                    default -> new Failure(403, "");
                };
            case PASSPORT -> fault == Fault.MALFORMED ? passportFieldsRequired() : passport(status, message);
            case OAUTH -> oauth(status, fault == Fault.UNEXPECTED ? "server_error" : "invalid_request", message);
            case SPHINX -> sphinx(status, name, message);
            case SPHINX_REFRESH -> sphinx(status, name, message).inResult();
        };
    }

    /** The same at the route's path below a realm. */
    public static Failure of(Fault fault, Route route, TestRealm realm) {
        return of(fault, route, url(route, realm));
    }

    private static String url(Route route, TestRealm realm) {
        return Calls.url(realm.path(route.path()));
    }

    Failure inResult() {
        return new Failure(status, "{\"result\":" + body + "}");
    }

    /** What a path answers to a request without any member or header. */
    public static Failure nothingSent(Route route, String url) {
        String blank = "{\"code\":\"validation_required\",\"message\":\"Cannot be blank.\"}";
        return switch (route) {
            case FUSIO -> fusio(400, "No username provided");
            case POCKETBASE ->
                pocketbase(
                        400,
                        "Something went wrong while processing your request.",
                        "{\"identity\":" + blank + ",\"password\":" + blank + "}",
                        url);
            case NOMIC -> new Failure(403, "");
            case PASSPORT -> passportFieldsRequired();
            case OAUTH -> oauth(401, "invalid_client", "Client authentication failed");
            case SPHINX -> sphinx(400, "malformed", "Malformed request");
            case SPHINX_REFRESH -> sphinx(400, "malformed", "Malformed request").inResult();
        };
    }

    /** The same at the route's path below a realm. */
    public static Failure nothingSent(Route route, TestRealm realm) {
        return nothingSent(route, url(route, realm));
    }

    /** What a path answers to a wrong password or a token that is none. */
    public static Failure wrongSecret(Route route, String url) {
        return switch (route) {
            case FUSIO -> fusio(400, "Invalid name or password");
            case POCKETBASE -> pocketbase(400, "Failed to authenticate.", "{}", url);
            case NOMIC -> new Failure(403, "");
            case PASSPORT -> passport(422, "Email or password does not match.");
            case OAUTH -> oauth(401, "invalid_credentials", "The user credentials were incorrect.");
            case SPHINX -> sphinx(401, "invalid_credentials", "User or password does not match");
            case SPHINX_REFRESH ->
                sphinx(401, "invalid_token", "The refresh token is not valid").inResult();
        };
    }

    /** The same at the route's path below a realm. */
    public static Failure wrongSecret(Route route, TestRealm realm) {
        return wrongSecret(route, url(route, realm));
    }

    /** What the app gets that refreshes with a token that is no good, by where it logs in. */
    public static Failure wrongToken(Route login) {
        return switch (login) {
            case FUSIO -> fusio(400, "Invalid refresh token");
            case NOMIC -> new Failure(403, "");
            case PASSPORT, OAUTH -> new Failure(401, """
                        {"error":"invalid_request","error_description":"The refresh token is invalid.",\
                        "hint":"Token has been revoked","message":"The refresh token is invalid."}""");
            case SPHINX, SPHINX_REFRESH -> wrongSecret(Route.SPHINX_REFRESH, "");
            case POCKETBASE -> throw new IllegalArgumentException("PocketBase's page has no refresh");
        };
    }

    /** What a path answers when its client may not log anyone in. */
    public static Failure clientRefused(Route route, String url) {
        return route == Route.OAUTH
                ? oauth(401, "invalid_client", "Client authentication failed")
                : wrongSecret(route, url);
    }

    /** The same at the route's path below a realm. */
    public static Failure clientRefused(Route route, TestRealm realm) {
        return clientRefused(route, url(route, realm));
    }

    /** What a path answers to a right password where something else in Keycloak refuses the login. */
    public static Failure refused(Route route, String url) {
        return switch (route) {
            case OAUTH -> oauth(401, "access_denied", "The resource owner or authorization server denied the request.");
            case SPHINX -> sphinx(403, "access_denied", "The login is refused");
            default -> wrongSecret(route, url);
        };
    }

    /** The same at the route's path below a realm. */
    public static Failure refused(Route route, TestRealm realm) {
        return refused(route, url(route, realm));
    }
}
