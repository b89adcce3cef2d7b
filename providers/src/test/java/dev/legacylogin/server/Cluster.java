package dev.legacylogin.server;

import java.net.URI;
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
        List<String> cache = Node.cacheOptions(installation, portA, portB);
        Node.build(installation);
        Postgres database = Postgres.startEmpty(directory.resolve("postgres"));
        Node a = Node.of(installation, database, "a", portA, cache).start();
        Node b = Node.of(installation, database, "b", portB, cache).start();
        a.awaitMembers(2);
        b.awaitMembers(2);
        return new Cluster(database, a, b);
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
        return b.log();
    }

    @Override
    public String version() {
        return b.version();
    }

    @Override
    public String callersAddress() {
        return b.callersAddress();
    }

    @Override
    public Optional<byte[]> installedJar() {
        return b.installedJar();
    }

    @Override
    public void close() {
        a.close();
        b.close();
        database.close();
    }
}
