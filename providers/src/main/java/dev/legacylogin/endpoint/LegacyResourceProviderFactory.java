package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.settings.ServerOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private Map<String, DocumentedPath> paths = Map.of();

    LegacyResourceProviderFactory(String id, String defaultClientId) {
        this.id = id;
        this.defaultClientId = defaultClientId;
    }

    /**
     * The documented paths below {@code /ID}.
     *
     * @param clientId the client that serves a page which carries none
     */
    abstract List<DocumentedPath> paths(String clientId);

    @Override
    public String getId() {
        return id;
    }

    @Override
    public void init(Config.Scope config) {
        String clientId = ServerOptions.get(id, CLIENT_ID).orElse(defaultClientId);
        paths = paths(clientId).stream()
                .collect(Collectors.toUnmodifiableMap(DocumentedPath::path, Function.identity()));
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new DocumentedPaths(session, "/" + id + "/", paths);
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
