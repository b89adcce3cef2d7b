package dev.legacylogin.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * What measurements are taken of: one node with the jar over PostgreSQL, as in production, which logs no more than it
 * would there. It is the test server from its start on.
 */
public final class MeasuredServer implements AutoCloseable {

    private static final String LOG_LEVEL = "--log-level=info";

    private final Installation installation;
    private final Postgres database;
    private final Node node;

    private MeasuredServer(Installation installation, Postgres database, Node node) {
        this.installation = installation;
        this.database = database;
        this.node = node;
    }

    /** Builds and starts one over an empty database; a minute. */
    public static MeasuredServer start() {
        Installation installation = Installation.ofBuild();
        Node.build(installation);
        Postgres database = Postgres.startEmpty(installation.home().resolveSibling("postgres"));
        Node node = node(installation, database, "measured").start(LOG_LEVEL);
        TestServer.use(node);
        return new MeasuredServer(installation, database, node);
    }

    private static Node node(Installation installation, Postgres database, String name) {
        int cachePort = Ports.free();
        List<String> cache = Node.cacheOptions(installation, cachePort);
        return Node.of(installation, database, name, cachePort, cache);
    }

    /** Where it answers. */
    public URI uri() {
        return node.baseUri();
    }

    /** What the server has had of the processors' time, to a hundredth of a second; the database's is not in it. */
    public Duration cpuTime() {
        return node.cpuTime();
    }

    /** Where its metrics are. */
    public URI metrics() {
        return URI.create(node.managementUri().orElseThrow() + "/metrics");
    }

    /** The number of the server's process, for the tools of the JDK. */
    public long processId() {
        return node.processId();
    }

    /** Keycloak's version. */
    public String version() {
        return node.version();
    }

    /** The extension as it was built. */
    public Path jar() {
        return installation.jar();
    }

    /** Its database, while that runs. */
    public DataSource database() {
        return database.dataSource();
    }

    /** Ends the server; its database goes on. */
    public void stop() {
        node.close();
    }

    /**
     * The same distribution in a home of its own, with the jar or without it, over the same database.
     *
     * @param name of its home and its log
     */
    public StartedAgain again(String name, boolean withJar) {
        Installation own = installation.linkedTo(installation.home().resolveSibling(name));
        own.prepare(); // the realm files too
        return new StartedAgain(own, withJar, node(own, database, name));
    }

    @Override
    public void close() {
        node.close();
        database.close();
    }
}
