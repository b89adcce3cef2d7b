package dev.legacylogin.importing;

/** An import cannot go on. Its message is for the admin. */
final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
