package dev.legacylogin.described;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A realm with a client whose form describes its API.
 *
 * @param realm a copy of the demo realm, with this client too
 */
public record DescribedApi(TestRealm realm) implements AutoCloseable {
    static final String CLIENT = "old-app";
    static final String ORIGIN = "http://localhost:3000";

    /** One of the presets. */
    static DescribedApi preset(String name) {
        return with(Map.of("api", name), realm -> {});
    }

    /** This description. */
    static DescribedApi of(String description) {
        return of(description, realm -> {});
    }

    /** This description, and more changes of the realm. */
    static DescribedApi of(String description, Consumer<ObjectNode> change) {
        return with(Map.of("api", "described", "description", description), change);
    }

    /** These settings, as an import brings them: nobody looks at them. */
    static DescribedApi with(Map<String, String> settings, Consumer<ObjectNode> change) {
        return new DescribedApi(TestRealm.forManyLogins(realm -> {
            addClient(realm, CLIENT, settings);
            change.accept(realm);
        }));
    }

    /** Adds a client with such a form. */
    public static ObjectNode addClient(ObjectNode realm, String clientId, Map<String, String> settings) {
        ObjectNode client = realm.withArray("clients")
                .addObject()
                .put("clientId", clientId)
                .put("secret", "a secret")
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true)
                .put("fullScopeAllowed", false);
        client.putArray("webOrigins").add(ORIGIN);
        ObjectNode form = client.putArray("protocolMappers")
                .addObject()
                .put("name", "Legacy login")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "legacy-login-described");
        settings.forEach(form.putObject("config")::put);
        return client;
    }

    /** Adds a client with this description. */
    static ObjectNode addClient(ObjectNode realm, String clientId, String description) {
        return addClient(realm, clientId, Map.of("api", "described", "description", description));
    }

    /** The body of a login with a {@code username} and a {@code password}. */
    static String credentials(TestUser user, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user.username(), password);
    }

    /** Where a path of the description is. */
    String path(String described) {
        return realm.path("/legacy-login/clients/" + CLIENT + described);
    }

    /** A POST to a path of the description. */
    Http post(String described) {
        return Http.post(path(described));
    }

    @Override
    public void close() {
        realm.close();
    }
}
