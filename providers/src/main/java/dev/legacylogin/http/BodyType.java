package dev.legacylogin.http;

import java.util.function.Function;

/** What the requests at a documented path carry. */
public enum BodyType {
    /** Nothing that is read. */
    NONE(body -> Members.NONE),
    /** JSON. */
    JSON(Body::json),
    /** JSON or a form. */
    JSON_OR_FORM(Body::jsonOrForm);

    private final Function<Body, Members> read;

    BodyType(Function<Body, Members> read) {
        this.read = read;
    }

    /**
     * The members of a body.
     *
     * @throws RefusedException unsupported content type, too large, malformed
     */
    public Members read(Body body) {
        return read.apply(body);
    }
}
