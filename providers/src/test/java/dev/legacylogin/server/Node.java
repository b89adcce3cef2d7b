package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * One of several servers over one database, as they are in production: {@code kc.sh build}, {@code start --optimized},
 * PostgreSQL, and a fixed host name, so that all nodes issue the same tokens.
 */
public final class Node implements AutoCloseable {

    /** What a proxy in front of the nodes would be called by. Nothing answers there, and nothing has to. */
    private static final String HOSTNAME = "http://legacy.example.org";

    private static final Duration BOUND = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Pattern VIEW = Pattern.compile("ISPN00009[34].*\\((\\d+)\\) \\[");

    private final Launch launch;

    private KeycloakProcess process;

    private Node(Launch launch) {
        this.launch = launch;
    }

    /**
     * A node that is not started yet.
     *
     * @param installation a distribution that has been built by {@link #build}
     * @param cachePort where the nodes talk to each other
     * @param cacheOptions Keycloak's options for that
     */
    static Node of(
            Installation installation, Postgres database, String name, int cachePort, List<String> cacheOptions) {
        List<String> arguments =
                new ArrayList<>(List.of("start", "--optimized", "--http-enabled=true", "--hostname=" + HOSTNAME));
        arguments.addAll(Arrays.asList(database.options()));
        arguments.addAll(cacheOptions);
        arguments.addAll(Launch.demoRealm("debug"));
        Path log = installation.home().resolveSibling("node-" + name + "-" + installation.version() + ".log");
        return new Node(new Launch(
                installation,
                arguments,
                "-Djgroups.bind.address=" + Launch.HOST + " -Djgroups.bind.port=" + cachePort,
                OptionalInt.of(Ports.free()),
                OptionalInt.of(Ports.free()),
                Optional.of(log)));
    }

    /** Installs the jar and makes the distribution one that starts with {@code --optimized}. */
    static void build(Installation installation, List<String> cacheOptions) {
        installation.prepare();
        List<String> arguments =
                new ArrayList<>(List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true"));
        arguments.addAll(cacheOptions);
        KeycloakProcess.run(installation, arguments);
    }

    /** Starts it, and returns when it answers. */
    public Node start() {
        process = KeycloakProcess.start(launch);
        process.awaitReady();
        return this;
    }

    /** SIGKILL: it says goodbye to nobody. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM: it ends in good order. */
    @Override
    public void close() {
        process.close();
    }

    /** Where this node answers. */
    public URI baseUri() {
        return launch.baseUri();
    }

    Optional<URI> managementUri() {
        return launch.managementUri();
    }

    Path log() {
        return launch.log().orElseThrow();
    }

    String version() {
        return launch.installation().version();
    }

    /** Returns when this node has seen so many members, itself among them, in the newest view of the cluster. */
    public void awaitMembers(int members) {
        Instant end = Instant.now().plus(BOUND);
        while (membersSeen() != members) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not " + members + " members but " + membersSeen() + ": see " + log());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private int membersSeen() {
        int seen = 0;
        try {
            for (String line : Files.readAllLines(log())) {
                var view = VIEW.matcher(line);
                if (view.find()) {
                    seen = Integer.parseInt(view.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }
}
