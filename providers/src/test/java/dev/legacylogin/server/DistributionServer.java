package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A server that runs from the distribution that the build has unpacked, with the jar that the build has made. */
final class DistributionServer extends ProcessServer {

    /** What every server that the tests start has besides the options of the demo. */
    static final List<String> OPTIONS = List.of(
            // Keycloak's own limit is half of that from 26.6 on; before, it has none
            "--spi-login-protocol--openid-connect--req-params-max-size--refresh_token=8000",
            // of clients that one test has; the rest of the time nothing is there
            "--spi-realm-restapi-extension--legacy-login--described-root-paths=/=" + Readiness.REALM
                    + "/root-app,/v0/old=" + Readiness.REALM + "/an%20%C3%A4:b",
            // the default hash is costly on purpose; it stays the default one, at the least cost, from Keycloak 26.3 on
            "--spi-password-hashing--argon2--memory=64",
            "--spi-password-hashing--argon2--iterations=1");

    /** Two cores for the server and the tests: the collector with the least work, in place of the script's. */
    private static final String THROUGHPUT = "-XX:-UseG1GC -XX:+UseParallelGC";

    private final KeycloakProcess process;
    private final Path vault;

    private DistributionServer(Launch launch, KeycloakProcess process, Path vault) {
        super(launch);
        this.process = process;
        this.vault = vault;
    }

    static DistributionServer start() {
        Installation installation = Installation.ofBuild();
        installation.prepareForTests();
        Path vault = vaultOf(installation);
        Launch launch = Launch.development(
                        installation,
                        Ports.free(),
                        OptionalInt.of(Ports.free()),
                        Optional.of(logOf(installation)),
                        "trace",
                        "dev-mem")
                .with("--vault=file", "--vault-dir=" + vault)
                .with(OPTIONS.toArray(String[]::new))
                .withJava(THROUGHPUT);
        KeycloakProcess process = KeycloakProcess.start(launch);
        process.awaitReady();
        return new DistributionServer(launch, process, vault);
    }

    private static Path logOf(Installation installation) {
        return installation.home().resolveSibling("keycloak-" + installation.version() + ".log");
    }

    private static Path vaultOf(Installation installation) {
        try {
            return Files.createDirectories(installation.home().resolveSibling("vault-" + installation.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> vault() {
        return Optional.of(vault);
    }

    @Override
    public void close() {
        process.close();
    }
}
