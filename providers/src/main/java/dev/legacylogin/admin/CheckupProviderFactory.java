package dev.legacylogin.admin;

import com.google.auto.service.AutoService;
import dev.legacylogin.checkup.Checkup;
import dev.legacylogin.checkup.CheckupResource;
import dev.legacylogin.settings.ServerOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/**
 * The check-up in Keycloak's admin API. Keycloak has looked at the bearer token before (401), and asks here whether the
 * caller may view clients (403).
 *
 * <p>The provider is a proxy, because the type of {@code getResource}'s third parameter, which knows the caller's
 * permissions, moved to another package in 26.3: no class of Java can implement both.
 */
@AutoService(AdminRealmResourceProviderFactory.class)
public final class CheckupProviderFactory implements AdminRealmResourceProviderFactory {
    private static final Logger LOG = Logger.getLogger(CheckupProviderFactory.class);

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
                    case "getResource" -> {
                        requireViewClients(method.getParameterTypes()[2], arguments[2]);
                        yield new CheckupResource(
                                new Checkup(session, (RealmModel) arguments[1])::report,
                                session.getContext().getHttpRequest().getHttpHeaders());
                    }
                    case "close" -> null;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> method.getName();
                });
    }

    /** {@code permissions.clients().requireView()}, which throws what the admin API answers with 403. */
    private static void requireViewClients(Class<?> type, Object permissions) throws Throwable {
        try {
            Method clients = type.getMethod("clients");
            clients.getReturnType().getMethod("requireView").invoke(clients.invoke(permissions));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
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
