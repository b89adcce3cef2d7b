package dev.legacylogin.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.legacylogin.user.RealmJob;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/** Takes the users of an import away again, but for those who have logged in or were changed since. */
final class ImportedUsers {
    private static final int PAGE = 2000;
    private static final int BATCH = 40;

    private final RealmJob job;
    private final String importId;
    private final Runnable alive;

    /**
     * @param alive called again and again while it goes on
     */
    ImportedUsers(RealmJob job, String importId, Runnable alive) {
        this.job = job;
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
        return job.run((session, realm) -> session.getProvider(UserProvider.class)
                .searchForUserStream(realm, Map.of(ImportMark.IMPORT, importId), first, PAGE)
                .map(user -> user.getId()) // a method reference names a class that 26.0 does not have
                .toList());
    }

    private int remove(List<String> ids) {
        return job.run((session, realm) -> (int) ids.stream()
                .map(id -> session.users().getUserById(realm, id))
                .filter(user -> user != null
                        && isAsImported(session, realm, user)
                        && new UserManager(session).removeUser(realm, user))
                .count());
    }

    private static boolean isAsImported(KeycloakSession session, RealmModel realm, UserModel user) {
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
