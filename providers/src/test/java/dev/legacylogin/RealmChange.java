package dev.legacylogin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.server.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Changes of the demo realm's JSON for a {@link TestRealm#copy}, and the way to its parts. */
public final class RealmChange {
    /** Username, e-mail, first and last name. */
    private static final int KEYCLOAKS_OWN_ATTRIBUTES = 4;

    private RealmChange() {}

    /** The clients that serve a shape. */
    public static List<ObjectNode> clients(ObjectNode realm) {
        return stream(realm.path("clients")).toList();
    }

    /** The client with this client id. */
    public static ObjectNode client(ObjectNode realm, String clientId) {
        return find(realm.path("clients"), "clientId", clientId);
    }

    /** The user of this name. */
    public static ObjectNode user(ObjectNode realm, String username) {
        return find(realm.path("users"), "username", username);
    }

    /** The settings of the client's form. */
    public static ObjectNode settings(ObjectNode realm, String clientId) {
        return settings(client(realm, clientId));
    }

    /** The settings of the client's form. */
    public static ObjectNode settings(ObjectNode client) {
        return (ObjectNode) client.path("protocolMappers").path(0).path("config");
    }

    /** Sets one of the settings of the client's form. */
    public static Consumer<ObjectNode> setting(String clientId, String key, String value) {
        return realm -> settings(realm, clientId).put(key, value);
    }

    /** Sets the Web Origins of a client. */
    public static void webOrigins(ObjectNode client, String... origins) {
        var all = client.putArray("webOrigins");
        Stream.of(origins).forEach(all::add);
    }

    /** Sets an attribute of a client, such as {@code access.token.lifespan}. */
    public static void attribute(ObjectNode client, String name, String value) {
        client.withObject("/attributes").put(name, value);
    }

    /** Adds a protocol mapper to a client. */
    public static void mapper(ObjectNode client, String type, Map<String, String> config) {
        ArrayNode mappers = client.withArray("protocolMappers");
        ObjectNode mapper = mappers.addObject()
                .put("name", type + " " + mappers.size())
                .put("protocol", "openid-connect")
                .put("protocolMapper", type);
        config.forEach(mapper.putObject("config")::put);
    }

    /** Gives a client a mapper into the claims of UserInfo, unless its configuration says otherwise. */
    public static Consumer<ObjectNode> userInfoMapper(String clientId, String type, Map<String, String> config) {
        Map<String, String> withUserInfo = new HashMap<>(Map.of("userinfo.token.claim", "true"));
        withUserInfo.putAll(config);
        return realm -> mapper(client(realm, clientId), type, withUserInfo);
    }

    /** Maps the same value for every user into UserInfo; {@code type} is one of Keycloak's, such as {@code JSON}. */
    public static Consumer<ObjectNode> fixedClaim(String clientId, String claim, String value, String type) {
        return userInfoMapper(
                clientId,
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", claim, "claim.value", value, "jsonType.label", type));
    }

    /** Maps an attribute of the user into UserInfo; {@code type} is one of Keycloak's, such as {@code JSON}. */
    public static Consumer<ObjectNode> attributeClaim(String clientId, String claim, String attribute, String type) {
        return userInfoMapper(
                clientId,
                "oidc-usermodel-attribute-mapper",
                Map.of("claim.name", claim, "user.attribute", attribute, "jsonType.label", type));
    }

    /** Lets a client introspect its own tokens, which newer versions of Keycloak ask for. */
    public static void addItselfToTheAudience(ObjectNode client) {
        mapper(
                client,
                "oidc-audience-mapper",
                Map.of("included.client.audience", client.path("clientId").textValue(), "access.token.claim", "true"));
    }

    /** Takes its settings form away from a client, so that it serves no shape. */
    public static void switchOff(ObjectNode client) {
        client.putArray("protocolMappers");
    }

    /** Takes the clients that serve a shape away. */
    public static void withoutClients(ObjectNode realm) {
        realm.putArray("clients");
    }

    /** Makes the server fail where it signs a token for this client. */
    public static void breakTokens(ObjectNode client) {
        attribute(client, "access.token.signed.response.alg", "NONESUCH");
    }

    /** See {@link TestRealm#forManyLogins()}. */
    public static void withoutBruteForceDetection(ObjectNode realm) {
        realm.put("bruteForceProtected", false);
    }

    /** Lets the realm keep events of these types and of no others. */
    public static void events(ObjectNode realm, String... types) {
        Stream.of(types).forEach(realm.putArray("enabledEventTypes")::add);
    }

    /** Lets users have every attribute with every value, as users have whom an import or another store brings. */
    public static Consumer<ObjectNode> anyAttribute() {
        return realm -> {
            ArrayNode config = (ArrayNode) realm.at(
                    "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config");
            ObjectNode profile = Texts.json(config.get(0).textValue());
            ArrayNode attributes = (ArrayNode) profile.get("attributes");
            while (attributes.size() > KEYCLOAKS_OWN_ATTRIBUTES) {
                attributes.remove(KEYCLOAKS_OWN_ATTRIBUTES);
            }
            config.set(0, profile.put("unmanagedAttributePolicy", "ADMIN_EDIT").toString());
        };
    }

    private static ObjectNode find(JsonNode list, String key, String value) {
        return stream(list)
                .filter(node -> node.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ObjectNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(ObjectNode.class::cast);
    }
}
