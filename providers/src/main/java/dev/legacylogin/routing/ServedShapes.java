package dev.legacylogin.routing;

/** Whether a realm serves what a path asks for, asked before Keycloak has begun with a request. */
@FunctionalInterface
public interface ServedShapes {
    /**
     * Whether it does now. It may take the time of a look into the database.
     *
     * @param realm the realm's name
     */
    boolean serves(String realm, Target target);
}
