package dev.legacylogin.user;

import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Work on a realm in a session and a transaction of its own, apart from any request: it knows no caller, whose permissions
 * Keycloak would look at.
 *
 * @param realmId Keycloak's id of the realm
 */
public record RealmJob(KeycloakSessionFactory factory, String realmId) {

    /**
     * Does it.
     *
     * @param task gets the session, whose context has the realm, and the realm
     * @throws RealmGoneException where the realm is not there any more
     */
    public <T> T run(BiFunction<KeycloakSession, RealmModel, T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                throw new RealmGoneException();
            }
            session.getContext().setRealm(realm);
            return task.apply(session, realm);
        });
    }

    /** Somebody has removed the realm. */
    public static final class RealmGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RealmGoneException() {
            super("The realm is gone.");
        }
    }
}
