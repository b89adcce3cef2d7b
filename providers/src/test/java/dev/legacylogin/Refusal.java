package dev.legacylogin;

import java.util.Locale;

/** Why a request is refused before its credentials are looked at or while it is answered, and what each documented path then answers. */
public enum Refusal {
    /** The realm is disabled. */
    REALM_DISABLED(403, "The service is not available"),
    /** The realm requires TLS. */
    HTTPS_REQUIRED(403, "HTTPS required"),
    /** The client's Web Origins do not list the origin. */
    ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
    /** The page does not document the method. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** Not a content type that the path takes. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported content type"),
    /** More than 16 KiB. */
    TOO_LARGE(413, "The request is too large"),
    /** Not what the content type says. */
    MALFORMED(400, "Malformed request"),
    /** The server cannot answer, for instance because its database is gone. */
    UNEXPECTED(500, "An unexpected error occurred");

    private final int status;
    private final String message;

    Refusal(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** What this path answers to it when called by that URL. */
    public Failure at(Route route, String url) {
        return switch (route) {
            case FUSIO -> Failure.fusio(status, message);
            case POCKETBASE -> Failure.pocketbase(status, this == MALFORMED ? "Invalid json" : message, "{}", url);
            case NOMIC ->
                switch (this) {
                    case METHOD_NOT_ALLOWED -> Failure.nomic(status, "Method Not Allowed");
                    case UNEXPECTED -> Failure.nomic(status, "Internal Server Error");
                    default -> new Failure(403, "");
                };
            case PASSPORT -> this == MALFORMED ? Failure.passportFieldsRequired() : Failure.passport(status, message);
            case OAUTH -> Failure.oauth(status, this == UNEXPECTED ? "server_error" : "invalid_request", message);
            case SPHINX -> Failure.sphinx(status, name().toLowerCase(Locale.ROOT), message);
            case SPHINX_REFRESH ->
                Failure.sphinx(status, name().toLowerCase(Locale.ROOT), message).inResult();
        };
    }
}
