package dev.legacylogin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The PostgreSQL of the measured server: for what would take hours by way of Keycloak, and to see what is left there.
 *
 * @param url where it is, with name and password
 */
record Database(String url) {

    private static final int LINE_OF_PORT = 3;

    /** The one that runs now. Which port it has is in its own file postmaster.pid, as PostgreSQL's manual has it. */
    static Database running() {
        Path file = Path.of(System.getProperty("legacy.server.home")).resolveSibling("postgres/data/postmaster.pid");
        try {
            String port = Files.readAllLines(file).get(LINE_OF_PORT);
            return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a statement in a transaction of its own, or without one where it must not be in one. */
    void run(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The first column of each row. */
    List<String> texts(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The one number that is asked for. */
    double number(String sql, String... parameters) {
        return Double.parseDouble(texts(sql, parameters).get(0));
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
