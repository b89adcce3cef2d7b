package dev.legacylogin.endpoint;

import dev.legacylogin.settings.ServerOptions;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * What the five realm resource providers have in common. A provider's id is the first segment of its documented paths:
 * Keycloak serves it at {@code /realms/REALM/ID}.
 */
abstract class LegacyResourceProviderFactory implements RealmResourceProviderFactory {
    /** The server option {@code --spi-realm-restapi-extension--ID--client-id}. */
    private static final String CLIENT_ID = "client-id";

    private final String id;
    private final String defaultClientId;

    LegacyResourceProviderFactory(String id, String defaultClientId) {
        this.id = id;
        this.defaultClientId = defaultClientId;
    }

    /** Takes the name of the client that serves a page which carries none. */
    abstract void use(String clientId);

    /** The JAX-RS resource whose sub-resources are the documented paths. */
    abstract Object resource(KeycloakSession session);

    @Override
    public String getId() {
        return id;
    }

    @Override
    public void init(Config.Scope config) {
        use(ServerOptions.get(id, CLIENT_ID).orElse(defaultClientId));
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return resource(session);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
