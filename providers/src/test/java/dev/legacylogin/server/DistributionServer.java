package dev.legacylogin.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** A server that runs from the distribution that the build has unpacked, with the jar that the build has made. */
final class DistributionServer implements KeycloakServer {

    private final Launch launch;
    private final KeycloakProcess process;

    private DistributionServer(Launch launch, KeycloakProcess process) {
        this.launch = launch;
        this.process = process;
    }

    static DistributionServer start() {
        Installation installation = Installation.ofBuild();
        installation.prepare();
        Launch launch = Launch.development(
                installation,
                Ports.free(),
                OptionalInt.of(Ports.free()),
                Optional.of(logOf(installation)),
                "trace",
                "dev-mem");
        KeycloakProcess process = KeycloakProcess.start(launch);
        process.awaitReady();
        return new DistributionServer(launch, process);
    }

    private static Path logOf(Installation installation) {
        return installation.home().resolveSibling("keycloak-" + installation.version() + ".log");
    }

    @Override
    public URI baseUri() {
        return launch.baseUri();
    }

    @Override
    public Optional<URI> managementUri() {
        return launch.managementUri();
    }

    @Override
    public Optional<Path> log() {
        return launch.log();
    }

    @Override
    public String version() {
        return launch.installation().version();
    }

    @Override
    public String callersAddress() {
        return Launch.HOST;
    }

    @Override
    public Optional<byte[]> installedJar() {
        return launch.installation().installedJar();
    }

    @Override
    public void close() {
        process.close();
    }
}
