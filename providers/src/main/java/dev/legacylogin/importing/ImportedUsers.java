package dev.legacylogin.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Takes the users of an import away again, but for those who have logged in or were changed since. */
final class ImportedUsers {
    private static final int PAGE = 2000;
    private static final int BATCH = 40;

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String importId;
    private final Runnable alive;

    /**
     * @param alive called again and again while it goes on
     */
    ImportedUsers(KeycloakSessionFactory factory, String realmId, String importId, Runnable alive) {
        this.factory = factory;
        this.realmId = realmId;
        this.importId = importId;
        this.alive = alive;
    }

    /** Removes them, a few in a transaction. */
    Removed remove() {
        int removed = 0;
        int kept = 0;
        List<String> page = page(kept);
        while (!page.isEmpty()) {
            for (int from = 0; from < page.size(); from += BATCH) {
                List<String> batch = page.subList(from, Math.min(page.size(), from + BATCH));
                int gone = remove(batch);
                removed += gone;
                kept += batch.size() - gone;
                alive.run();
            }
            page = page(kept); // in the order of their names, so that those who stay come first
        }
        return new Removed(importId, removed, kept);
    }

    private List<String> page(int first) {
        return inRealm(session -> session.getProvider(UserProvider.class)
                .searchForUserStream(session.getContext().getRealm(), Map.of(ImportMark.IMPORT, importId), first, PAGE)
                .map(user -> user.getId()) // a method reference names a class that 26.0 does not have
                .toList());
    }

    private int remove(List<String> ids) {
        return inRealm(session -> (int) ids.stream()
                .map(id -> session.users().getUserById(session.getContext().getRealm(), id))
                .filter(user -> user != null
                        && isAsImported(session, user)
                        && new UserManager(session)
                                .removeUser(session.getContext().getRealm(), user))
                .count());
    }

    private static boolean isAsImported(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        return ImportMark.isUnchanged(user)
                && session.sessions()
                        .getUserSessionsStream(realm, user)
                        .findAny()
                        .isEmpty()
                && session.sessions()
                        .getOfflineUserSessionsStream(realm, user)
                        .findAny()
                        .isEmpty();
    }

    private <T> T inRealm(KeycloakSessionTaskWithResult<T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            session.getContext().setRealm(session.realms().getRealm(realmId));
            return task.run(session);
        });
    }

    /**
     * What became of them.
     *
     * @param importId the import's id
     * @param removed how many are gone
     * @param kept how many have logged in or were changed since
     */
    @JsonPropertyOrder({"import", "removed", "kept"}) // its versions differ
    record Removed(@JsonProperty("import") String importId, int removed, int kept) {}
}
