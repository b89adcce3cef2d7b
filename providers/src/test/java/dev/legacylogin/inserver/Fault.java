package dev.legacylogin.inserver;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;

/** What a foreign provider throws. All but the last are exceptions that JAX-RS would answer in its own way. */
public enum Fault {
    /** 404. */
    NOT_FOUND(() -> new NotFoundException(Fault.TEXT)),
    /** 200, with a body of its own. */
    OK(() -> new WebApplicationException(
            Response.ok("{\"access_token\":\"" + Fault.TEXT + "\"}").build())),
    /** A mistake. */
    ILLEGAL_STATE(() -> new IllegalStateException(Fault.TEXT));

    /** In every exception, and in no answer. */
    public static final String TEXT = "a foreign text";

    private final transient Supplier<RuntimeException> exception;

    Fault(Supplier<RuntimeException> exception) {
        this.exception = exception;
    }

    /** How users and mappers are named that fail so. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    RuntimeException exception() {
        return exception.get();
    }
}
