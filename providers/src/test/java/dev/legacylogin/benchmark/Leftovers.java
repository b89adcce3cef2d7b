package dev.legacylogin.benchmark;

import dev.legacylogin.server.TestRealm;

/**
 * What the sessions of a realm leave in Keycloak's database, where it keeps those of users who are logged in as well.
 *
 * @param sessions users' sessions
 * @param notes of each of them, on average
 * @param clientSessions their sessions with clients
 * @param clientNotes of each of those, on average
 * @param bytes what Keycloak writes for a user's session and its sessions with clients, on average
 */
record Leftovers(double sessions, double notes, double clientSessions, double clientNotes, double bytes) {

    private static final String USERS = "FROM offline_user_session u WHERE u.realm_id = ?";
    private static final String CLIENTS = "FROM offline_client_session c JOIN offline_user_session u"
            + " ON u.user_session_id = c.user_session_id AND u.offline_flag = c.offline_flag WHERE u.realm_id = ?";

    /** Of this realm now. */
    static Leftovers of(Database database, TestRealm realm) {
        String id = realm.admin().toRepresentation().getId();
        double sessions = sum(database, "1", USERS, id);
        double clientSessions = sum(database, "1", CLIENTS, id);
        double bytes = sum(database, "length(u.data)", USERS, id) + sum(database, "length(c.data)", CLIENTS, id);
        return new Leftovers(
                sessions,
                sum(database, notes("u"), USERS, id) / sessions,
                clientSessions,
                sum(database, notes("c"), CLIENTS, id) / clientSessions,
                bytes / sessions);
    }

    private static double sum(Database database, String what, String from, String realmId) {
        return database.number("SELECT coalesce(sum(%s), 0) %s".formatted(what, from), realmId);
    }

    private static String notes(String table) {
        return "(SELECT count(*) FROM json_object_keys(%s.data::json->'notes'))".formatted(table);
    }
}
