package dev.legacylogin.routing;

/**
 * A request at exactly a documented path.
 *
 * @param target what it asks for
 * @param realm the realm that is called, as one segment of a path
 * @param atRoot whether it was called at the root of the server and not below the realm
 */
record DocumentedRequest(Target target, String realm, boolean atRoot) {}
