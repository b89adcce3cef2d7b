package dev.legacylogin.endpoint;

import dev.legacylogin.Shapes;
import dev.legacylogin.settings.FormSaved;
import dev.legacylogin.shape.Shape;
import dev.legacylogin.token.MappedClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;

/**
 * Remembers, realm by realm, which clients carry which shape's form, so that the database is asked once a minute at most,
 * and after a change. It holds ids and nothing else, and may hold too many: whoever asks looks each client up in Keycloak
 * and sees whether it carries the form now. So a form that is changed or removed counts at once.
 *
 * <p>A form that is new makes it forget everything. In this server, when the transaction that brought it has ended: an
 * admin saved a form, or Keycloak says that a client was made, changed or imported. From other servers, when Keycloak
 * tells this one to drop anything that it has cached of any realm. What comes in another way, as by code of another
 * extension, counts after {@link #SECONDS} at the latest.
 */
final class FormCarriers {
    /** How long it is remembered at most. */
    private static final long SECONDS = 60;

    /** What Keycloak's own realm cache listens to; see its {@code InfinispanCacheRealmProviderFactory}. */
    private static final List<String> INVALIDATIONS = List.of("REALM_INVALIDATION_EVENTS", "REALM_CLEAR_CACHE_EVENTS");

    private static final List<String> FORMS =
            Shapes.ALL.stream().map(shape -> shape.form().getId()).toList();

    private final Map<String, Known> byRealm = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /**
     * What a look through a realm gave.
     *
     * @param carriers ids of clients, by the form's id
     * @param change the last change that it can have seen
     * @param time when it was, by {@link System#nanoTime}
     */
    private record Known(Map<String, List<String>> carriers, long change, long time) {}

    /** Keycloak's ids of the clients of this realm that carry the shape's form, and perhaps of some that did. */
    List<String> of(KeycloakSession session, RealmModel realm, Shape shape) {
        Known known = byRealm.get(realm.getId());
        if (known == null || isOld(known)) {
            // one look at a time: a burst of requests costs as much as one
            known = byRealm.compute(realm.getId(), (id, now) -> now == null || isOld(now) ? look(session, realm) : now);
        }
        return known.carriers().getOrDefault(shape.form().getId(), List.of());
    }

    private boolean isOld(Known known) {
        return known.change() != changes.get() || System.nanoTime() - known.time() > TimeUnit.SECONDS.toNanos(SECONDS);
    }

    private Known look(KeycloakSession session, RealmModel realm) {
        long change = changes.get(); // before the look: what changes meanwhile makes it old
        return new Known(MappedClients.byType(session, realm, FORMS), change, System.nanoTime());
    }

    /** Listens to what other servers tell this one. Behind Keycloak's own cache, which the clients are looked up in. */
    void listen(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            session.realms(); // Keycloak's cache registers itself here
            ClusterProvider cluster = session.getProvider(ClusterProvider.class);
            INVALIDATIONS.forEach(
                    invalidation -> cluster.registerListener(invalidation, event -> changes.incrementAndGet()));
        });
    }

    /** Looks at what this server tells: whether there may be a new form. */
    void notice(ProviderEvent event) {
        if (event instanceof FormSaved saved) {
            forgetAfter(saved.session());
        } else if (event instanceof ClientModel.ClientUpdatedEvent updated && carriesAny(updated.getUpdatedClient())) {
            forgetAfter(updated.getKeycloakSession());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            byRealm.remove(removed.getRealm().getId());
        }
    }

    private static boolean carriesAny(ClientModel client) {
        return !Shapes.carriers(Stream.of(client)).isEmpty();
    }

    private void forgetAfter(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                changes.incrementAndGet();
            }

            @Override
            protected void rollbackImpl() {
                // nothing is new
            }
        });
    }
}
