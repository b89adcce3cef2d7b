package dev.legacylogin.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A server that somebody else has started and will end. */
record RunningServer(URI baseUri) implements KeycloakServer {

    static RunningServer at(URI uri) {
        RunningServer server = new RunningServer(URI.create(uri.toString().replaceAll("/+$", "")));
        if (!Readiness.isReady(server.baseUri())) {
            throw new IllegalStateException("No Keycloak with the realm " + Readiness.REALM + " answers at " + uri);
        }
        return server;
    }

    @Override
    public Optional<URI> managementUri() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> log() {
        return Optional.empty();
    }

    @Override
    public String version() {
        return Admin.client().serverInfo().getInfo().getSystemInfo().getVersion();
    }

    @Override
    public String callersAddress() {
        return "127.0.0.1";
    }

    @Override
    public Optional<byte[]> installedJar() {
        return Optional.empty();
    }

    @Override
    public boolean outlivesTheTests() {
        return true;
    }

    @Override
    public void close() {
        // not ours to end
    }
}
