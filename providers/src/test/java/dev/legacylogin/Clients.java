package dev.legacylogin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The clients of a copy of the demo realm. */
public final class Clients {
    private Clients() {}

    /** Keycloak's id of a client. */
    public static String id(TestRealm realm, String clientId) {
        return realm.admin().clients().findByClientId(clientId).get(0).getId();
    }

    /** The administration of a client. */
    public static ClientResource admin(TestRealm realm, String clientId) {
        return realm.admin().clients().get(id(realm, clientId));
    }

    /** The protocol mappers of a client, forms among them. */
    public static ProtocolMappersResource mappers(TestRealm realm, String clientId) {
        return admin(realm, clientId).getProtocolMappers();
    }

    /** Keycloak's id of the client scope of this name. */
    public static String scopeId(TestRealm realm, String name) {
        return realm.admin().clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /**
     * Adds a client scope of OpenID Connect.
     *
     * @param more sets what it has besides its name
     * @return Keycloak's id of it
     */
    public static String addScope(TestRealm realm, String name, Consumer<ClientScopeRepresentation> more) {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName(name);
        scope.setProtocol("openid-connect");
        more.accept(scope);
        try (Response response = realm.admin().clientScopes().create(scope)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /** Gives every client that serves a shape a client scope by default. */
    public static void giveByDefault(TestRealm realm, String scope) {
        String id = scopeId(realm, scope);
        Stream.of(Route.values()).map(Route::clientId).distinct().forEach(clientId -> {
            admin(realm, clientId).removeOptionalClientScope(id);
            admin(realm, clientId).addDefaultClientScope(id);
        });
    }

    /**
     * Changes settings of the client's form, as an admin does who saves it.
     *
     * @return the values that were there before; an empty text where there was none
     */
    public static Map<String, String> set(TestRealm realm, String clientId, Map<String, String> values) {
        ProtocolMappersResource mappers = mappers(realm, clientId);
        ProtocolMapperRepresentation form = mappers.getMappers().stream()
                .filter(mapper -> mapper.getProtocolMapper().startsWith("legacy-login-"))
                .findFirst()
                .orElseThrow();
        Map<String, String> before = new HashMap<>();
        values.forEach((key, value) -> before.put(
                key, Optional.ofNullable(form.getConfig().put(key, value)).orElse("")));
        AsDescribed.update(form.getConfig(), realm, clientId);
        mappers.update(form.getId(), form);
        return before;
    }

    /** Changes a client. */
    public static void change(TestRealm realm, String clientId, Consumer<ClientRepresentation> change) {
        ClientResource admin = admin(realm, clientId);
        ClientRepresentation client = admin.toRepresentation();
        change.accept(client);
        admin.update(client);
    }

    /**
     * The request of the console's dialog Partial import with these clients alone.
     *
     * @param ifResourceExists what is done with a client that exists already, such as {@code OVERWRITE}
     */
    public static Http partialImport(TestRealm realm, String ifResourceExists, ArrayNode clients) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("ifResourceExists", ifResourceExists);
        document.set("clients", clients);
        return Http.post("/admin/realms/" + realm.name() + "/partialImport")
                .asAdmin()
                .json(document);
    }
}
