package dev.legacylogin.admin;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.ServerOptions;
import java.lang.reflect.Proxy;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/**
 * What admins ask for, in Keycloak's admin API. Keycloak has looked at the bearer token before (401).
 *
 * <p>The provider is a proxy, because the type of {@code getResource}'s third parameter, which knows the caller's
 * permissions, moved to another package in 26.3: no class of Java can implement both.
 */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class AdminApiFactory implements AdminRealmResourceProviderFactory {
    private static final Logger LOG = Logger.getLogger(AdminApiFactory.class);

    @Override
    public String getId() {
        return ServerOptions.PROVIDER;
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return (AdminRealmResourceProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AdminRealmResourceProvider.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getResource" ->
                        new AdminApi(
                                session,
                                (RealmModel) arguments[1],
                                new Permissions(method.getParameterTypes()[2], arguments[2]),
                                (AdminEventBuilder) arguments[3]);
                    case "close" -> null;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> method.getName();
                });
    }

    @Override
    public void init(Config.Scope config) {
        // no settings
    }

    /** Here and not where the provider is made: where another extension has its id, it is not made. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                ServerOptions.takenBy(factory)
                        .ifPresent(other -> LOG.errorf(
                                "%s has taken the provider id %s: that extension answers all documented paths",
                                other, ServerOptions.PROVIDER));
            }
        });
    }

    @Override
    public void close() {
        // holds nothing
    }
}
