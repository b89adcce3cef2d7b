package dev.legacylogin.importing;

import java.util.Map;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Lets one import at a time into a realm, in the whole cluster: an entry among Keycloak's single-use objects, which all
 * nodes share. It is gone 20 seconds after a node that dies.
 */
final class ImportLock {
    private static final long SECONDS = 20;
    private static final long RENEW_AFTER_NANOS = 5_000_000_000L;

    private final KeycloakSessionFactory factory;
    private final String key;
    private long renewed = System.nanoTime();

    ImportLock(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.key = "legacy-login-import-" + realmId;
    }

    /** Takes it, unless somebody has it. */
    boolean take() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> session.singleUseObjects().putIfAbsent(key, SECONDS));
    }

    /** Keeps it. To be called every few seconds. */
    void keep() {
        if (System.nanoTime() - renewed > RENEW_AFTER_NANOS) {
            renewed = System.nanoTime();
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> session.singleUseObjects().put(key, SECONDS, Map.of()));
        }
    }

    /** Gives it back. */
    void release() {
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> session.singleUseObjects().remove(key));
    }
}
