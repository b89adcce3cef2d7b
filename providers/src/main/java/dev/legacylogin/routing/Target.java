package dev.legacylogin.routing;

import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Shape;

/** What a request asks for, as its path alone tells it. */
public sealed interface Target {

    /**
     * A documented path of an API that is built in.
     *
     * @param shape whose path it is
     * @param endpoint the documented path
     */
    record BuiltIn(Shape shape, Endpoint endpoint) implements Target {}

    /**
     * A path of the API that a client's form describes. Whether there is such a client, and such a path, is in the
     * database.
     *
     * @param clientId the client that the path names
     * @param path what stands behind it
     */
    record OfClient(String clientId, String path) implements Target {}
}
