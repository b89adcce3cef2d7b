package dev.legacylogin.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Many users and clients that are each like one that is there, made by the database itself: Keycloak would take hours.
 * Whatever columns a version of Keycloak has come along, and its cache must be cleared afterwards.
 *
 * @param database Keycloak's
 * @param number how many
 */
record Copies(Database database, int number) {

    /** What they are all called by, before their numbers from 1 on. */
    static final String NAME = "copied";

    private static final String NAMED = "'" + NAME + "' || n";

    /** Copies a user with password, roles and the old system's id, but not with the other attributes. */
    void ofUser(String id) {
        String address = NAMED + " || '@example.org'";
        copy(
                "user_entity",
                "id = ?",
                id,
                Map.of("username", NAMED, "email", address, "email_constraint", address),
                "id");
        copy("credential", "user_id = ?", id, Map.of(), "id", "user_id");
        copy("user_attribute", "name = 'legacy_id' AND user_id = ?", id, Map.of("value", "n::text"), "id", "user_id");
        copy("user_role_mapping", "user_id = ?", id, Map.of(), "user_id");
        settle();
    }

    /** Copies a client with its protocol mappers, and so with the form of its old API. */
    void ofClient(String id) {
        copy("client", "id = ?", id, Map.of("client_id", NAMED), "id");
        for (String table : new String[] {"client_attributes", "redirect_uris", "web_origins", "client_scope_client"}) {
            copy(table, "client_id = ?", id, Map.of(), "client_id");
        }
        copy("protocol_mapper", "client_id = ?", id, Map.of(), "id", "client_id");
        copy(
                "protocol_mapper_config",
                "protocol_mapper_id IN (SELECT id FROM protocol_mapper WHERE client_id = ?)",
                id,
                Map.of(),
                "protocol_mapper_id");
        settle();
    }

    /** Or PostgreSQL's autovacuum would do it by itself, amid what is measured. */
    private void settle() {
        database.run("VACUUM (ANALYZE)");
    }

    /**
     * Copies rows so many times.
     *
     * @param values expressions of columns that are not copied; {@code n} is the number of the copy
     * @param ids the columns of ids, for each of which and each number there is another one, in all tables the same
     */
    private void copy(String table, String where, String id, Map<String, String> values, String... ids) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        for (String column : ids) {
            changed.put(column, "md5(%s || n)::uuid::text".formatted(column));
        }
        var columns = database.texts(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?",
                table);
        database.run(
                "INSERT INTO %s (%s) SELECT %s FROM %s, generate_series(1, %d) AS n WHERE %s"
                        .formatted(
                                table,
                                columns.stream().map(Copies::quoted).collect(Collectors.joining(", ")),
                                columns.stream()
                                        .map(column -> changed.getOrDefault(column, quoted(column)))
                                        .collect(Collectors.joining(", ")),
                                table,
                                number,
                                where),
                id);
    }

    /** {@code value} and {@code name}, for instance, are words of SQL too. */
    private static String quoted(String column) {
        return '"' + column + '"';
    }
}
