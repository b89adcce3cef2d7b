package dev.legacylogin.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A server that this JVM starts as a process of this machine; what can be said of it follows from how it is started. */
abstract class ProcessServer implements KeycloakServer {

    private final Launch launch;

    ProcessServer(Launch launch) {
        this.launch = launch;
    }

    final Launch launch() {
        return launch;
    }

    @Override
    public final URI baseUri() {
        return launch.baseUri();
    }

    @Override
    public final Optional<URI> managementUri() {
        return launch.managementUri();
    }

    @Override
    public final Optional<Path> log() {
        return launch.log();
    }

    @Override
    public final String version() {
        return launch.installation().version();
    }

    @Override
    public final String callersAddress() {
        return Launch.HOST;
    }

    @Override
    public final Optional<byte[]> installedJar() {
        return launch.installation().installedJar();
    }
}
