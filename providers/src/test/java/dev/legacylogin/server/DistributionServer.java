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

    /** Keycloak's own limit is half of that from 26.6 on; before, it has none. */
    static final String LONGER_REFRESH_TOKENS =
            "--spi-login-protocol--openid-connect--req-params-max-size--refresh_token=8000";

    /** Clients that one test has; the rest of the time nothing is there. */
    static final String DESCRIBED_ROOT_PATHS = "--spi-realm-restapi-extension--legacy-login--described-root-paths="
            + "/=" + Readiness.REALM + "/root-app,/v0/old=" + Readiness.REALM + "/an%20%C3%A4:b";

    /** Keycloak's default hash is costly on purpose. It stays the default one, at the least cost, from Keycloak 26.3 on. */
    static final List<String> CHEAP_HASH =
            List.of("--spi-password-hashing--argon2--memory=64", "--spi-password-hashing--argon2--iterations=1");

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
                .with("--vault=file", "--vault-dir=" + vault, LONGER_REFRESH_TOKENS, DESCRIBED_ROOT_PATHS)
                .with(CHEAP_HASH.toArray(String[]::new))
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
