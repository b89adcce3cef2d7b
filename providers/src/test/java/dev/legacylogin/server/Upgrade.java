package dev.legacylogin.server;

import java.nio.file.Path;

/**
 * One server over PostgreSQL whose version changes: an older Keycloak and the one of the build, both with the same jar.
 * One of them runs at a time, and is the test server.
 */
public final class Upgrade implements AutoCloseable {

    private final Installation older = Installation.ofOlderVersion();
    private final Installation newer = Installation.ofBuild();
    private final Postgres database;

    private Node running;

    private Upgrade(Path directory) {
        Node.build(older);
        Node.build(newer);
        database = Postgres.startEmpty(directory);
    }

    /** Builds both and starts an empty database. */
    public static Upgrade prepare() {
        return new Upgrade(Installation.ofBuild().home().resolveSibling("postgres"));
    }

    /** Starts the older version instead of what runs. */
    public Node startOlder() {
        return start(older, "older");
    }

    /** Starts the newer version instead of what runs. */
    public Node startNewer() {
        return start(newer, "newer");
    }

    /** Starts the newer version without the jar instead of what runs. */
    public Node startNewerWithoutJar() {
        stop();
        Node.buildWithoutJar(newer);
        return start(newer, "without-jar");
    }

    /** Starts the newer version with the jar, after it was taken out. */
    public Node startNewerWithJarAgain() {
        stop();
        Node.build(newer);
        return start(newer, "with-jar-again");
    }

    private Node start(Installation installation, String name) {
        stop();
        int cachePort = Ports.free();
        running = Node.of(installation, database, name, cachePort, Node.cacheOptions(installation, cachePort))
                .start();
        TestServer.use(running);
        return running;
    }

    /** Ends the server that runs, in good order. */
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** The database, which outlives the servers. */
    public Postgres database() {
        return database;
    }

    @Override
    public void close() {
        stop();
        database.close();
    }
}
