package dev.legacylogin.expect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;

/** Changes to the demo realm's JSON, for a copy of it. */
public final class RealmChange {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Username, e-mail, first and last name. */
    private static final int KEYCLOAKS_OWN_ATTRIBUTES = 4;

    private RealmChange() {}

    /**
     * Lets one user log in again and again: with brute force detection on, Keycloak refuses a login while it still works
     * off another one of the same user, which goes on for a moment after the answer.
     */
    public static Consumer<ObjectNode> withoutBruteForceDetection() {
        return realm -> realm.put("bruteForceProtected", false);
    }

    /** Changes the client. */
    public static Consumer<ObjectNode> client(String clientId, Consumer<ObjectNode> change) {
        return realm -> change.accept(find(realm, clientId));
    }

    /** Sets one of the settings that the shape's form has. */
    public static Consumer<ObjectNode> setting(String clientId, String key, String value) {
        return client(clientId, client -> ((ObjectNode) client.at("/protocolMappers/0/config")).put(key, value));
    }

    /** Gives the client a mapper into the claims of UserInfo, with this configuration. */
    public static Consumer<ObjectNode> userInfoMapper(String clientId, String type, Map<String, String> config) {
        return client(clientId, client -> {
            ArrayNode mappers = (ArrayNode) client.get("protocolMappers");
            ObjectNode mapper = mappers.addObject()
                    .put("name", "mapper " + mappers.size())
                    .put("protocol", "openid-connect")
                    .put("protocolMapper", type);
            ObjectNode mapperConfig = mapper.putObject("config").put("userinfo.token.claim", "true");
            config.forEach(mapperConfig::put);
        });
    }

    /** Lets users have every attribute with every value, as users have whom an import or another store brings. */
    public static Consumer<ObjectNode> anyAttribute() {
        return realm -> {
            ArrayNode config = (ArrayNode) realm.at(
                    "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config");
            ObjectNode profile = parse(config.get(0).textValue());
            ArrayNode attributes = (ArrayNode) profile.get("attributes");
            while (attributes.size() > KEYCLOAKS_OWN_ATTRIBUTES) {
                attributes.remove(KEYCLOAKS_OWN_ATTRIBUTES);
            }
            config.set(0, profile.put("unmanagedAttributePolicy", "ADMIN_EDIT").toString());
        };
    }

    private static ObjectNode find(ObjectNode realm, String clientId) {
        for (JsonNode client : realm.get("clients")) {
            if (client.get("clientId").textValue().equals(clientId)) {
                return (ObjectNode) client;
            }
        }
        throw new AssertionError("The demo realm has no client " + clientId);
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The user profile is not JSON", e);
        }
    }
}
