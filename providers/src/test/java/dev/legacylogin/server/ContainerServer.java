package dev.legacylogin.server;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports.Binding;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.MountableFile;

/**
 * A server in a container, with the jar that the build has made, and its PostgreSQL in another one. Testcontainers
 * removes both and their network when this JVM ends.
 */
final class ContainerServer implements KeycloakServer {

    private static final String POSTGRES_IMAGE = "postgres:17";
    private static final String DATABASE = "keycloak";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(300);
    private static final String LOOPBACK = "127.0.0.1";

    /** The heap in percent of the container's memory, which is all of the machine's. */
    private static final int INITIAL_HEAP = 2;

    private static final int MAX_HEAP = 20;

    private final Path jar = Path.of(System.getProperty("legacy.server.jar"));
    private final Path realm =
            Path.of(System.getProperty("legacy.server.realm-config"), Readiness.REALM + "-realm.json");
    private final Network network = Network.newNetwork();
    private final GenericContainer<?> postgres = postgres();
    private final KeycloakContainer keycloak;
    private final String version;

    private ContainerServer(String image) {
        version = image.substring(image.lastIndexOf(':') + 1);
        keycloak = keycloak(image);
    }

    static ContainerServer start(String image) {
        ContainerServer server = new ContainerServer(image);
        try {
            server.keycloak.start();
            if (!Readiness.isReady(server.baseUri())) {
                throw new ContainerLaunchException("it has no realm " + Readiness.REALM);
            }
        } catch (ContainerLaunchException e) {
            String log = server.keycloak.getContainerId() == null ? "" : ". Its log:\n" + server.keycloak.getLogs();
            server.close();
            throw new IllegalStateException("No Keycloak in a container: " + e.getMessage() + log, e);
        }
        return server;
    }

    private GenericContainer<?> postgres() {
        return new GenericContainer<>(POSTGRES_IMAGE)
                .withNetwork(network)
                .withNetworkAliases("postgres")
                .withEnv("POSTGRES_USER", DATABASE)
                .withEnv("POSTGRES_PASSWORD", DATABASE)
                .withEnv("POSTGRES_DB", DATABASE)
                .withCommand("postgres", "-c", "fsync=off") // it need not outlive this machine
                .waitingFor(Wait.forSuccessfulCommand("pg_isready -h " + LOOPBACK + " -U " + DATABASE)
                        .withStartupTimeout(START_TIMEOUT));
    }

    private KeycloakContainer keycloak(String image) {
        KeycloakContainer container = new KeycloakContainer(image)
                .withImagePullPolicy(PullPolicy.defaultPolicy()) // not because it is old: a version stays what it is
                .withStartupTimeout(START_TIMEOUT)
                .withAdminUsername(Admin.USERNAME)
                .withAdminPassword(Admin.PASSWORD)
                .withEnabledMetrics()
                .withRamPercentage(INITIAL_HEAP, MAX_HEAP)
                .withProviderLibsFrom(List.of(jar.toFile(), testProviders().toFile()))
                .withCopyFileToContainer(
                        MountableFile.forHostPath(realm), "/opt/keycloak/data/import/" + realm.getFileName())
                .withNetwork(network)
                .withEnv("KC_DB", "postgres")
                .withEnv("KC_DB_URL", "jdbc:postgresql://postgres/" + DATABASE)
                .withEnv("KC_DB_USERNAME", DATABASE)
                .withEnv("KC_DB_PASSWORD", DATABASE)
                .withEnv("KC_LOG_LEVEL", "info,dev.legacylogin:trace")
                .withCreateContainerCmdModifier(ContainerServer::publishOnLoopback)
                .dependsOn(postgres);
        Launch.ROOT_REALMS.forEach(container::withCustomCommand);
        DistributionServer.OPTIONS.forEach(container::withCustomCommand);
        return container;
    }

    private static Path testProviders() {
        return TestProviders.jar(workDirectory());
    }

    /** Testcontainers publishes on all addresses of the machine. */
    private static void publishOnLoopback(CreateContainerCmd command) {
        HostConfig host = command.getHostConfig();
        host.getPortBindings().getBindings().replaceAll((port, bindings) -> new Binding[] {Binding.bindIp(LOOPBACK)});
    }

    @Override
    public URI baseUri() {
        return URI.create("http://localhost:" + keycloak.getHttpPort());
    }

    @Override
    public Optional<URI> managementUri() {
        return Optional.of(URI.create("http://localhost:" + keycloak.getHttpMgmtPort()));
    }

    /** All that the container has written up to now. */
    @Override
    public Optional<Path> log() {
        Path file = workDirectory().resolve("container-" + version + ".log");
        try {
            return Optional.of(Files.writeString(file, keycloak.getLogs()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path workDirectory() {
        try {
            return Files.createDirectories(
                    Path.of(System.getProperty("legacy.server.home")).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    /** The bridge's own: what is published on the loopback interface comes in from there. */
    @Override
    public String callersAddress() {
        return keycloak.getContainerInfo()
                .getNetworkSettings()
                .getNetworks()
                .values()
                .iterator()
                .next()
                .getGateway();
    }

    @Override
    public Optional<byte[]> installedJar() {
        String path = "/opt/keycloak/providers/" + jar.getFileName();
        return Optional.of(keycloak.copyFileFromContainer(path, InputStream::readAllBytes));
    }

    /** The rows of the first column that a query of the database gives. */
    List<String> query(String sql) {
        try {
            return postgres.execInContainer("psql", "-U", DATABASE, "-d", DATABASE, "-At", "-c", sql)
                    .getStdout()
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
        }
    }

    @Override
    public void close() {
        keycloak.stop();
        postgres.stop();
        network.close();
    }
}
