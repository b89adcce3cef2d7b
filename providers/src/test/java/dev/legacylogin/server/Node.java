package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of several servers over one database, as they are in production: {@code kc.sh build}, {@code start --optimized},
 * PostgreSQL, and a fixed host name, so that all nodes issue the same tokens.
 */
public final class Node extends ProcessServer {

    /** What a proxy in front of the nodes would be called by. Nothing answers there, and nothing has to. */
    public static final String HOSTNAME = "http://legacy.example.org";

    private static final Duration BOUND = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Pattern VIEW = Pattern.compile("ISPN00009[34].*\\((\\d+)\\) \\[");

    private KeycloakProcess process;

    private Node(Launch launch) {
        super(launch);
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
                Launch.SHORT_LIVED + " -Djgroups.bind.address=" + Launch.HOST + " -Djgroups.bind.port=" + cachePort,
                OptionalInt.of(Ports.free()),
                OptionalInt.of(Ports.free()),
                Optional.of(log)));
    }

    /**
     * From 26.1 on the nodes find each other through their database. 26.0 looks for them by multicast, which not every
     * machine lets through on its loopback: there they are named.
     */
    static List<String> cacheOptions(Installation installation, int... cachePorts) {
        if (!installation.version().startsWith("26.0.")) {
            return List.of();
        }
        String hosts = IntStream.of(cachePorts)
                .mapToObj(port -> Launch.HOST + "[" + port + "]")
                .collect(Collectors.joining(","));
        Path conf = installation.home().resolve("conf");
        try {
            String standard = Files.readString(conf.resolve("cache-ispn.xml"));
            String named = standard.replace("stack=\"udp\"", "stack=\"loopback\"")
                    .replace("<cache-container", """
                            <jgroups>
                                <stack name="loopback" extends="tcp">
                                    <TCPPING initial_hosts="%s" port_range="0"
                                        stack.combine="REPLACE" stack.position="MPING"/>
                                </stack>
                            </jgroups>
                            <cache-container""".formatted(hosts));
            if (named.equals(standard)) {
                throw new IllegalStateException("Not the expected cache-ispn.xml in " + conf);
            }
            Files.writeString(conf.resolve("cache-loopback.xml"), named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("--cache-config-file=cache-loopback.xml");
    }

    /** Installs the jar and makes the distribution one that starts with {@code --optimized}. */
    static void build(Installation installation) {
        installation.prepare();
        runBuild(installation);
    }

    /** Takes the jar out and makes the distribution one that starts with {@code --optimized}. */
    static void buildWithoutJar(Installation installation) {
        installation.removeJar();
        runBuild(installation);
    }

    private static void runBuild(Installation installation) {
        KeycloakProcess.run(
                installation, List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true"));
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param moreOptions for this start only; of an option that is given twice, this one counts
     */
    public Node start(String... moreOptions) {
        process = KeycloakProcess.start(launch().with(moreOptions));
        process.awaitReady();
        return this;
    }

    /** What the server has had of the processors' time, to a hundredth of a second. */
    public Duration cpuTime() {
        return process.cpuTime();
    }

    /** The number of the server's process, for the tools of the JDK. */
    public long processId() {
        return process.javaProcess();
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

    /** Returns when this node has seen so many members, itself among them, in the newest view of the cluster. */
    public void awaitMembers(int members) {
        Instant end = Instant.now().plus(BOUND);
        while (membersSeen() != members) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "Not " + members + " members but " + membersSeen() + ": see " + log().orElseThrow());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private int membersSeen() {
        int seen = 0;
        try {
            for (String line : Files.readAllLines(log().orElseThrow())) {
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
