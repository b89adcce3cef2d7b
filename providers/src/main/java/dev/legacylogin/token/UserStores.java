package dev.legacylogin.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;

/** The user stores (LDAP and others) that Keycloak has asked in this session. */
final class UserStores {
    private UserStores() {}

    /**
     * Asks them once more, each by itself. Keycloak 26.7 swallows that one cannot be reached; 26.0 does not.
     *
     * @throws RuntimeException of a store, where it fails
     */
    static boolean know(KeycloakSession session, String username) {
        RealmModel realm = session.getContext().getRealm();
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .map(store -> session.getAttribute(store.getId())) // where Keycloak keeps those that it has asked
                .filter(UserLookupProvider.class::isInstance)
                .map(UserLookupProvider.class::cast)
                .anyMatch(store -> store.getUserByUsername(realm, username) != null);
    }
}
