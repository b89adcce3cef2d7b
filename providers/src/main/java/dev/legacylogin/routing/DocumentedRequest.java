package dev.legacylogin.routing;

import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Shape;

/**
 * A request at exactly a documented path.
 *
 * @param shape whose path it is
 * @param endpoint the documented path
 * @param realm the realm that is called, as one segment of a path
 * @param atRoot whether it was called at the root of the server and not below the realm
 */
record DocumentedRequest(Shape shape, Endpoint endpoint, String realm, boolean atRoot) {}
