package dev.legacylogin.inserver;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;

/** What a foreign provider throws. The first two are exceptions that JAX-RS would answer in its own way. */
public enum Fault {
    /** 404. */
    NOT_FOUND(() -> new NotFoundException(Fault.TEXT)),
    /** 200, with a body of its own. */
    OK(() -> new WebApplicationException(
            Response.ok("{\"access_token\":\"" + Fault.TEXT + "\"}").build())),
    /** A mistake. */
    ILLEGAL_STATE(() -> new IllegalStateException(Fault.TEXT)),
    /** What code throws that meets another Keycloak than the one it was compiled against. */
    LINKAGE(() -> new NoSuchMethodError(Fault.TEXT));

    /** In every exception, and in no answer. */
    public static final String TEXT = "a foreign text";

    private final transient Supplier<Throwable> thrown;

    Fault(Supplier<Throwable> thrown) {
        this.thrown = thrown;
    }

    /** How users and mappers are named that fail so. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** To be thrown; an error is thrown here. */
    RuntimeException exception() {
        Throwable cause = thrown.get();
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
