package dev.legacylogin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Changes of the demo realm's JSON for {@link TestRealm#copy}. */
public final class RealmJson {
    private RealmJson() {}

    /**
     * A copy in which one user can log in again and again. With brute force detection on, Keycloak refuses a login
     * while it still takes note of the one before, also when they come one after the other.
     */
    public static TestRealm forManyLogins() {
        return forManyLogins(realm -> {});
    }

    /** The same with more changes. */
    public static TestRealm forManyLogins(Consumer<ObjectNode> change) {
        return TestRealm.copy(realm -> change.accept(realm.put("bruteForceProtected", false)));
    }

    /** The clients that serve a shape. */
    public static List<ObjectNode> clients(ObjectNode realm) {
        return stream(realm.path("clients")).toList();
    }

    /** The client with this client id. */
    public static ObjectNode client(ObjectNode realm, String clientId) {
        return stream(realm.path("clients"))
                .filter(client -> client.path("clientId").textValue().equals(clientId))
                .findFirst()
                .orElseThrow();
    }

    /** The settings of the client's form. */
    public static ObjectNode settings(ObjectNode realm, String clientId) {
        return (ObjectNode)
                client(realm, clientId).path("protocolMappers").path(0).path("config");
    }

    /** Sets the Web Origins of a client. */
    public static void webOrigins(ObjectNode client, String... origins) {
        var all = client.putArray("webOrigins");
        Stream.of(origins).forEach(all::add);
    }

    /** Lets a client introspect its own tokens, which newer versions of Keycloak ask for. */
    public static void addItselfToTheAudience(ObjectNode client) {
        ObjectNode mapper = ((ArrayNode) client.path("protocolMappers")).addObject();
        mapper.put("name", "audience").put("protocol", "openid-connect").put("protocolMapper", "oidc-audience-mapper");
        mapper.putObject("config")
                .put("included.client.audience", client.path("clientId").textValue())
                .put("access.token.claim", "true");
    }

    private static Stream<ObjectNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(ObjectNode.class::cast);
    }
}
