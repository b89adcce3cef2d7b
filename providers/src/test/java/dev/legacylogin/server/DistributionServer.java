package dev.legacylogin.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** A server that runs from the distribution that the build has unpacked, with the jar that the build has made. */
final class DistributionServer extends ProcessServer {

    private final KeycloakProcess process;

    private DistributionServer(Launch launch, KeycloakProcess process) {
        super(launch);
        this.process = process;
    }

    static DistributionServer start() {
        Installation installation = Installation.ofBuild();
        installation.prepareForTests();
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
    public void close() {
        process.close();
    }
}
