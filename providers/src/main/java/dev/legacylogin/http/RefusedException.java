package dev.legacylogin.http;

/** Ends the handling of a request with a {@link Fault}. It carries nothing of the request, and no stack trace. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** Refuses the request for this reason. */
    public RefusedException(Fault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    /** Why the request is refused. */
    public Fault fault() {
        return fault;
    }
}
