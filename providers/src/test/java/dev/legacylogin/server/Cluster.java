package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Two nodes over one PostgreSQL, both with the jar and the demo realm. For the tests it is one server, whose address is
 * node B's; a request to a node says so with {@link Http#at}.
 */
public final class Cluster implements KeycloakServer {

    private static Cluster cluster;

    private final Postgres database;
    private final Node a;
    private final Node b;

    private Cluster(Postgres database, Node a, Node b) {
        this.database = database;
        this.a = a;
        this.b = b;
    }

    /** The cluster of this run, started by the first test that asks for it; it is the test server from then on. */
    public static synchronized Cluster get() {
        if (cluster == null) {
            cluster = start(Installation.ofBuild());
            TestServer.use(cluster);
        }
        return cluster;
    }

    private static Cluster start(Installation installation) {
        Path directory = installation.home().getParent();
        int portA = Ports.free();
        int portB = Ports.free();
        List<String> cache = cacheOptions(installation, portA, portB);
        Node.build(installation, cache);
        Postgres database = Postgres.startEmpty(directory.resolve("postgres"));
        Node a = Node.of(installation, database, "a", portA, cache).start();
        Node b = Node.of(installation, database, "b", portB, cache).start();
        a.awaitMembers(2);
        b.awaitMembers(2);
        return new Cluster(database, a, b);
    }

    /**
     * From 26.1 on the nodes find each other through their database. 26.0 looks for them by multicast, which not every
     * machine lets through on its loopback: there the two are named.
     */
    private static List<String> cacheOptions(Installation installation, int portA, int portB) {
        if (!installation.version().startsWith("26.0.")) {
            return List.of();
        }
        Path conf = installation.home().resolve("conf");
        try {
            String standard = Files.readString(conf.resolve("cache-ispn.xml"));
            String named = standard.replace("stack=\"udp\"", "stack=\"loopback\"")
                    .replace("<cache-container", """
                            <jgroups>
                                <stack name="loopback" extends="tcp">
                                    <TCPPING initial_hosts="%s[%d],%s[%d]" port_range="0"
                                        stack.combine="REPLACE" stack.position="MPING"/>
                                </stack>
                            </jgroups>
                            <cache-container""".formatted(Launch.HOST, portA, Launch.HOST, portB));
            if (named.equals(standard)) {
                throw new IllegalStateException("Not the expected cache-ispn.xml in " + conf);
            }
            Files.writeString(conf.resolve("cache-loopback.xml"), named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("--cache-config-file=cache-loopback.xml");
    }

    /** The node that tests kill and start again. */
    public Node a() {
        return a;
    }

    /** The node that stays, and that the administrator of the tests talks to. */
    public Node b() {
        return b;
    }

    /** The one database of both nodes. */
    public Postgres database() {
        return database;
    }

    @Override
    public URI baseUri() {
        return b.baseUri();
    }

    @Override
    public Optional<URI> managementUri() {
        return b.managementUri();
    }

    @Override
    public Optional<Path> log() {
        return Optional.of(b.log());
    }

    @Override
    public String version() {
        return b.version();
    }

    @Override
    public void close() {
        a.close();
        b.close();
        database.close();
    }
}
