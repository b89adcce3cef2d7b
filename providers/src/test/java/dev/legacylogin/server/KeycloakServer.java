package dev.legacylogin.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The Keycloak that the integration tests talk to. Where it comes from is the backend's business: an unpacked
 * distribution ({@link DistributionServer}), a container ({@link ContainerServer}) or one that runs already
 * ({@link RunningServer}).
 */
public interface KeycloakServer extends AutoCloseable {

    /** Where Keycloak answers, without a slash at the end. */
    URI baseUri();

    /** Where health and metrics answer, if this server offers them to the tests. */
    Optional<URI> managementUri();

    /** The server's log, if the tests can read it. */
    Optional<Path> log();

    /** Keycloak's version, such as 26.7.3. */
    String version();

    /** Whether it is one of Keycloak 26 before this minor version. */
    default boolean isBefore(int minor) {
        String[] version = version().split("\\.");
        return version[0].equals("26") && Integer.parseInt(version[1]) < minor;
    }

    /** The address that this server sees the tests' requests come from. */
    String callersAddress();

    /** The extension's jar as it is in this server, if the tests can read it. */
    Optional<byte[]> installedJar();

    /** Where the server looks for the secrets of its vault, each in a file REALM_KEY, if it has one that tests can fill. */
    default Optional<Path> vault() {
        return Optional.empty();
    }

    /** Whether somebody works on with this server when the tests are over, so that they must leave nothing behind. */
    default boolean outlivesTheTests() {
        return false;
    }

    /** Ends the server if this backend started it. */
    @Override
    void close();
}
