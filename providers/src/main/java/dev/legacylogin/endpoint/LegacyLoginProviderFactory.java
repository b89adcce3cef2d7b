package dev.legacylogin.endpoint;

import com.google.auto.service.AutoService;
import dev.legacylogin.Shapes;
import dev.legacylogin.routing.CalledRequest;
import dev.legacylogin.routing.DocumentedRoutes;
import dev.legacylogin.settings.ServerOptions;
import dev.legacylogin.shape.Shape;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * The one realm resource provider: the documented paths, which {@code DocumentedRoutes} passes on to it, and
 * {@code /realms/REALM/legacy-login/openapi}, which describes them where one of the shapes is on.
 */
@AutoService(RealmResourceProviderFactory.class)
public final class LegacyLoginProviderFactory implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory {
    private final FormCarriers carriers = new FormCarriers();
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
                        .<Object>map(called -> documented(session, called))
                        .orElseGet(() -> isAnyOn(session) ? new OpenApiResource(openApi) : null);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    private LegacyLoginResource documented(KeycloakSession session, CalledRequest called) {
        return new LegacyLoginResource(new Funnel(session, called, realm -> clients(realm, called.shape())));
    }

    private boolean isAnyOn(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return realm.isEnabled()
                && Shapes.ALL.stream().anyMatch(shape -> !clients(realm, shape).none());
    }

    private ServingClients clients(RealmModel realm, Shape shape) {
        return ServingClients.of(realm, shape, clientIds.get(shape.name()), () -> carriers.of(realm, shape));
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
                .ask((realm, shape) -> KeycloakModelUtils.runJobInTransactionWithResult(
                        factory, session -> serves(session.realms().getRealmByName(realm), shape)));
    }

    private boolean serves(RealmModel realm, Shape shape) {
        return realm != null && !clients(realm, shape).none();
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
