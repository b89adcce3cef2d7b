package dev.legacylogin.endpoint;

import com.google.auto.service.AutoService;
import dev.legacylogin.Shapes;
import dev.legacylogin.described.DescribedApis;
import dev.legacylogin.http.Urls;
import dev.legacylogin.routing.CalledRequest;
import dev.legacylogin.routing.ClientPath;
import dev.legacylogin.routing.DocumentedRoutes;
import dev.legacylogin.routing.Target;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.shape.Shape;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * The one realm resource provider: the documented paths, which {@code DocumentedRoutes} passes on to it, and
 * {@code /realms/REALM/legacy-login/openapi}, which describes them where one of the shapes is on, or with the query
 * {@code client=CLIENT_ID} the paths of the API that this client's form describes.
 */
@AutoService(RealmResourceProviderFactory.class)
public final class LegacyLoginProviderFactory implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory {
    private final FormCarriers carriers = new FormCarriers();
    private final DescribedApis described = new DescribedApis();
    private final Map<String, String> clientIds = new HashMap<>();
    private byte[] openApi = {};

    @Override
    public String getId() {
        return ServerOptions.PROVIDER;
    }

    @Override
    public void init(Config.Scope config) {
        Shapes.ALL.forEach(shape -> shape.clientId().ifPresent(clientId -> clientIds.put(shape.name(), clientId)));
        try (InputStream file = getClass().getResourceAsStream("openapi.yaml")) {
            openApi = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            /** Nothing is for Keycloak as if there were no such provider. */
            @Override
            public Object getResource() {
                return CalledRequest.current()
                        .<Object>map(called -> new LegacyLoginResource(funnel(session, called)))
                        .orElseGet(() -> openApi(session).orElse(null));
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    /** Empty where the path is none that a client of this realm describes. */
    private Optional<Funnel> funnel(KeycloakSession session, CalledRequest called) {
        if (called.target() instanceof Target.BuiltIn target) {
            return Optional.of(new Funnel(
                    session,
                    called,
                    target.shape(),
                    target.endpoint(),
                    realm -> clients(session, realm, target.shape())));
        }
        return find(session.getContext().getRealm(), (Target.OfClient) called.target())
                .map(found -> new Funnel(session, called, found.shape(), found.endpoint(), found::clients));
    }

    private Optional<DescribedPath> find(RealmModel realm, Target.OfClient target) {
        return DescribedPath.find(described, realm, target);
    }

    /** That of the client that the query names, or else of the shapes that are built in where one of them is on. */
    private Optional<OpenApiResource> openApi(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        KeycloakUriInfo uri = session.getContext().getUri();
        if (!realm.isEnabled()) {
            return Optional.empty();
        }
        String clientId = uri.getQueryParameters().getFirst("client");
        if (clientId != null) {
            String url = Urls.below(uri.getBaseUri(), ClientPath.below(realm.getName(), clientId));
            return DescribedPath.client(described, realm, clientId)
                    .flatMap(client -> described.shape(client.model(), client.settings()))
                    .map(shape ->
                            new OpenApiResource(() -> DescribedApis.openApi(shape, url), MediaType.APPLICATION_JSON));
        }
        boolean anyOn = Shapes.ALL.stream()
                .anyMatch(shape -> !clients(session, realm, shape).none());
        return anyOn ? Optional.of(new OpenApiResource(() -> openApi, "application/yaml")) : Optional.empty();
    }

    private ServingClients clients(KeycloakSession session, RealmModel realm, Shape shape) {
        return ServingClients.of(realm, shape, clientIds.get(shape.name()), () -> carriers.of(session, realm, shape));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            carriers.notice(event);
            if (event instanceof PostMigrationEvent) { // the database is there, and realms have been imported
                carriers.listen(factory);
                StartUp.report(factory);
                tellRoutes(factory);
            }
        });
    }

    private void tellRoutes(KeycloakSessionFactory factory) {
        CDI.current()
                .select(DocumentedRoutes.class)
                .get()
                .ask((realm, target) -> KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> serves(session, session.realms().getRealmByName(realm), target)));
    }

    private boolean serves(KeycloakSession session, RealmModel realm, Target target) {
        return realm != null
                && (target instanceof Target.BuiltIn builtIn
                        ? !clients(session, realm, builtIn.shape()).none()
                        : find(realm, (Target.OfClient) target).isPresent());
    }

    /** For the console's Server info. */
    @Override
    public Map<String, String> getOperationalInfo() {
        return StartUp.info();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
