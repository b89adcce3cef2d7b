package dev.legacylogin.endpoint;

import dev.legacylogin.Shapes;
import dev.legacylogin.described.Presets;
import dev.legacylogin.routing.RootPath;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What operators see: in the log at start-up, and in the console under Server info, Providers. */
final class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class);

    /** Keycloak's own switch of every provider. */
    private static final String ENABLED = "enabled";

    private static final String DESCRIBED = "/realms/REALM/legacy-login/clients/CLIENT_ID/...";

    private StartUp() {}

    /** The version, and of each shape its paths and the server options in force. */
    static Map<String, String> info() {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("version", version());
        for (Shape shape : Shapes.ALL) {
            info.put(shape.name() + "-paths", paths(shape));
            shape.clientId().ifPresent(clientId -> info.put(ServerOptions.clientIdKey(shape.name()), clientId));
            info.put(ServerOptions.rootRealmKey(shape.name()), rootRealm(shape));
        }
        info.put("described-paths", DESCRIBED);
        info.put(ServerOptions.DESCRIBED_ROOT_PATHS, describedRootPaths());
        return info;
    }

    /** Says what is set, and warns of what cannot be meant. */
    static void report(KeycloakSessionFactory factory) {
        for (Shape shape : Shapes.ALL) {
            LOG.infof(
                    "Legacy Login %s, shape %s: paths=%s, client-id=%s, root-realm=%s",
                    version(),
                    shape.name(),
                    paths(shape),
                    shape.clientId().orElse("as in the request"),
                    rootRealm(shape));
        }
        LOG.infof(
                "Legacy Login %s, described APIs: paths=%s, presets=%s, root-paths=%s",
                version(), DESCRIBED, String.join(", ", Presets.NAMES), describedRootPaths());
        for (String entry : RootPath.unusable()) {
            LOG.warnf(
                    "The server option %s has an entry that is not PREFIX=REALM/CLIENT_ID, or whose prefix is"
                            + " Keycloak's own, and does nothing: %s",
                    ServerOptions.full(ServerOptions.DESCRIBED_ROOT_PATHS), entry);
        }
        for (String key : ServerOptions.unknown(known().collect(Collectors.toSet()))) {
            LOG.warnf("The server option %s is not known and does nothing", ServerOptions.full(key));
        }
        Shapes.ALL.forEach(shape -> ServerOptions.rootRealm(shape.name())
                .ifPresent(realm -> warnIfUnknown(realm, ServerOptions.rootRealmKey(shape.name()), factory)));
        RootPath.all().stream()
                .map(RootPath::realm)
                .distinct()
                .forEach(realm -> warnIfUnknown(realm, ServerOptions.DESCRIBED_ROOT_PATHS, factory));
    }

    private static Stream<String> known() {
        Stream<String> ofShapes = Shapes.ALL.stream()
                .flatMap(shape -> Stream.concat(
                        Stream.of(ServerOptions.rootRealmKey(shape.name())),
                        shape.clientId().map(id -> ServerOptions.clientIdKey(shape.name())).stream()));
        return Stream.concat(Stream.of(ENABLED, ServerOptions.DESCRIBED_ROOT_PATHS), ofShapes);
    }

    private static void warnIfUnknown(String realm, String key, KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            if (session.realms().getRealmByName(realm) == null) {
                LOG.warnf(
                        "There is no realm %s, which %s names: the documented paths answer 404 at the root until there"
                                + " is one",
                        realm, ServerOptions.full(key));
            }
        });
    }

    private static String version() {
        return StartUp.class.getPackage().getImplementationVersion();
    }

    private static String paths(Shape shape) {
        return shape.endpoints().stream().map(Endpoint::path).collect(Collectors.joining(", "));
    }

    private static String describedRootPaths() {
        String all = RootPath.all().stream().map(RootPath::toString).collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static String rootRealm(Shape shape) {
        return ServerOptions.rootRealm(shape.name()).orElse("none");
    }
}
