package dev.legacylogin.http;

/**
 * What can be wrong with a request before its credentials are looked at, or while it is answered. Every documented
 * path renders each of these in its own form.
 */
public enum Fault {
    /** The realm is disabled. */
    REALM_DISABLED(403, "The service is not available"),
    /** The realm requires TLS for this caller and the request came over plain HTTP. */
    HTTPS_REQUIRED(403, "HTTPS required"),
    /** The request carries an {@code Origin} that is not one of the client's Web Origins. */
    ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
    /** The request names no client that serves the shape, where requests name their client. */
    CLIENT_UNKNOWN(401, "Unknown client"),
    /** The documented path does not document this HTTP method. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** The body is of a content type that the documented path does not take. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported content type"),
    /** The body is longer than {@link Body#MAX_BYTES}. */
    TOO_LARGE(413, "The request is too large"),
    /** The body or a header cannot be parsed. */
    MALFORMED(400, "Malformed request"),
    /** The server failed: an outage or a defect. The cause is in the server's log only. */
    UNEXPECTED(500, "An unexpected error occurred");

    private final int status;
    private final String message;

    Fault(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The HTTP status that fits where a page does not ask for another one. */
    public int status() {
        return status;
    }

    /** A fixed text in English that tells nothing of the request. */
    public String message() {
        return message;
    }
}
