package dev.legacylogin.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL server of its own for the nodes of a test, on this machine only. It ends with this JVM at the latest. */
public final class Postgres implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String MAX_CONNECTIONS = "250"; // 100 for each of two nodes, which is Keycloak's default

    private static final String DATA = "data";
    private static final String BACKUP = "backup";

    private final Path directory;
    private final int port;

    private EmbeddedPostgres server;

    private Postgres(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts an empty one that keeps its files in this directory, which is emptied first. */
    static Postgres startEmpty(Path directory) {
        delete(directory);
        Postgres postgres = new Postgres(directory, Ports.free());
        postgres.startAgain();
        return postgres;
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again over the files that it had, with all that was committed. */
    public void startAgain() {
        try {
            server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory.toFile())
                    .setDataDirectory(directory.resolve(DATA))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", MAX_CONNECTIONS)
                    .setPGStartupWait(START_TIMEOUT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as its administrator does who does not wait for anybody: all connections break. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a copy of all that is committed, by way of a stop, as PostgreSQL's manual has it for a copy of the files. */
    public void backUp() {
        stop();
        delete(directory.resolve(BACKUP));
        copy(directory.resolve(DATA), directory.resolve(BACKUP));
        startAgain();
    }

    /** Goes back to the copy. */
    public void restore() {
        stop();
        delete(directory.resolve(DATA));
        copy(directory.resolve(BACKUP), directory.resolve(DATA));
        startAgain();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak's options for it. */
    String[] options() {
        return new String[] {
            "--db-url=" + server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
            "--db-username=postgres",
            "--db-password=postgres"
        };
    }

    /** The way to it for a test, with all rights. */
    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() {
        stop();
    }
}
