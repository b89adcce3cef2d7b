package dev.legacylogin.routing;

import dev.legacylogin.shape.Shape;

/** Whether a realm serves a shape, asked before Keycloak has begun with a request. */
@FunctionalInterface
public interface ServedShapes {
    /**
     * Whether it does now. It may take the time of a look into the database.
     *
     * @param realm the realm's name
     */
    boolean serves(String realm, Shape shape);
}
