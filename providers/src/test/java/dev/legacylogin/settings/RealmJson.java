package dev.legacylogin.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.NoSuchElementException;

/** Finds its way in the JSON of a realm, for tests that change a copy of the demo realm. */
public final class RealmJson {
    private RealmJson() {}

    /** The client of this name. */
    public static ObjectNode client(ObjectNode realm, String clientId) {
        return find(realm, "clients", "clientId", clientId);
    }

    /** The user of this name. */
    public static ObjectNode user(ObjectNode realm, String username) {
        return find(realm, "users", "username", username);
    }

    private static ObjectNode find(ObjectNode realm, String list, String key, String value) {
        for (JsonNode node : realm.withArray(list)) {
            if (node.path(key).asText().equals(value)) {
                return (ObjectNode) node;
            }
        }
        throw new NoSuchElementException(value);
    }

    /** An attribute of a client, such as {@code access.token.lifespan}. */
    public static void attribute(ObjectNode client, String name, String value) {
        client.withObject("/attributes").put(name, value);
    }

    /** The config of the settings form that a client of the demo realm has. */
    public static ObjectNode settings(ObjectNode client) {
        return (ObjectNode) client.path("protocolMappers").path(0).path("config");
    }

    /** Adds a protocol mapper to a client. */
    public static void mapper(ObjectNode client, String type, Map<String, String> config) {
        var mappers = client.withArray("protocolMappers");
        ObjectNode mapper = mappers.addObject()
                .put("name", type + " " + mappers.size())
                .put("protocol", "openid-connect")
                .put("protocolMapper", type);
        config.forEach(mapper.putObject("config")::put);
    }

    /** Takes its settings form away from a client, so that it serves no shape. */
    public static void switchOff(ObjectNode client) {
        client.putArray("protocolMappers");
    }

    /** Makes the server fail where it signs a token for this client. */
    public static void breakTokens(ObjectNode client) {
        attribute(client, "access.token.signed.response.alg", "NONESUCH");
    }

    /**
     * Lets a user log in again at once: while brute force detection is on, Keycloak refuses a login of a user until it
     * has dealt with the one before, which it does behind the answer.
     */
    public static void allowQuickLogins(ObjectNode realm) {
        realm.put("bruteForceProtected", false);
    }
}
