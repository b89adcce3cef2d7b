package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.settings.ServerOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * What the five realm resource providers have in common. A provider's id is the first segment of its documented paths:
 * Keycloak serves it at {@code /realms/REALM/ID}. Operators see what it does in the log at start-up and in the console
 * under Server info → Providers → {@code realm-restapi-extension}.
 */
public abstract class LegacyResourceProviderFactory
        implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory {
    private static final Logger LOG = Logger.getLogger(LegacyResourceProviderFactory.class);

    /** The server option {@code --spi-realm-restapi-extension--ID--client-id}. */
    private static final String CLIENT_ID = "client-id";

    /** The server option {@code --spi-realm-restapi-extension--ID--root-realm}, see {@code DocumentedRoutes}. */
    private static final String ROOT_REALM = "root-realm";

    /** Keycloak's own switch of every provider. */
    private static final String ENABLED = "enabled";

    private final String id;
    private final String defaultClientId;
    private String clientId;
    private Map<String, DocumentedPath> paths = Map.of();

    /**
     * @param id the first segment of the documented paths
     * @param defaultClientId the client that serves a page which carries none, {@code null} if all its pages carry one
     */
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

    /** Every documented path of every shape. */
    public static Stream<DocumentedPath> allPaths(KeycloakSession session) {
        return session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(RealmResourceProvider.class)
                .filter(LegacyResourceProviderFactory.class::isInstance)
                .flatMap(factory -> ((LegacyResourceProviderFactory) factory).paths.values().stream());
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public void init(Config.Scope config) {
        clientId = defaultClientId == null
                ? null
                : ServerOptions.get(id, CLIENT_ID).orElse(defaultClientId);
        paths = paths(clientId).stream()
                .collect(Collectors.toMap(
                        DocumentedPath::path, Function.identity(), (one, other) -> one, LinkedHashMap::new));
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

    /** Once the database is there and realms have been imported: says what is set, and warns of what cannot be meant. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                LOG.infof("Legacy Login, provider %s: %s", id, getOperationalInfo());
                warnOfUnknownOptions();
                rootRealm().ifPresent(realm -> warnIfUnknown(realm, factory));
            }
        });
    }

    private void warnOfUnknownOptions() {
        Set<String> known =
                defaultClientId == null ? Set.of(ROOT_REALM, ENABLED) : Set.of(CLIENT_ID, ROOT_REALM, ENABLED);
        for (String key : ServerOptions.unknown(id, known)) {
            LOG.warnf("The server option spi-realm-restapi-extension--%s--%s is not known and does nothing", id, key);
        }
    }

    private void warnIfUnknown(String realm, KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            if (session.realms().getRealmByName(realm) == null) {
                LOG.warnf(
                        "There is no realm %s, which spi-realm-restapi-extension--%s--root-realm names:"
                                + " its documented paths answer 404 at the root until there is one",
                        realm, id);
            }
        });
    }

    private Optional<String> rootRealm() {
        return ServerOptions.get(id, ROOT_REALM);
    }

    /** The version, the shapes and paths served and the server options in force, for the console's Server info. */
    @Override
    public Map<String, String> getOperationalInfo() {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("version", getClass().getPackage().getImplementationVersion());
        info.put(
                "shapes",
                paths.values().stream()
                        .map(path -> path.clients().shape())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        info.put("paths", String.join(", ", paths.keySet()));
        if (clientId != null) {
            info.put(CLIENT_ID, clientId);
        }
        info.put(ROOT_REALM, rootRealm().orElse("none"));
        return info;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
