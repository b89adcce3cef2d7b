package dev.legacylogin.checkup;

import dev.legacylogin.user.RealmJob;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/**
 * Counts users in Keycloak's own database without loading them. Users of other stores count where they are imported,
 * service accounts do not. Keycloak can count who has something, but not who lacks it, so all users less those who have
 * it.
 */
final class UserCounts {
    /** At least one character: Keycloak puts it into SQL's LIKE, with % around it. */
    private static final String ANY = "_";

    private final RealmJob job;

    UserCounts(KeycloakSession session, RealmModel realm) {
        this.job = new RealmJob(session.getKeycloakSessionFactory(), realm.getId());
    }

    /** Users who lack one of these: first name, last name, e-mail address. */
    long lacking(Collection<String> fields) {
        return without(fields.stream().collect(Collectors.toMap(Function.identity(), field -> ANY)));
    }

    /** Users whose e-mail address is not verified. */
    long unverified() {
        return without(Map.of(UserModel.EMAIL_VERIFIED, "true"));
    }

    /**
     * Apart from the request: where a realm has admin permissions on (26.2 and newer), Keycloak leaves out of its counts
     * whom the caller may not see, and the check-up would find nothing.
     */
    private long without(Map<String, String> having) {
        return job.run((own, realm) -> {
            // the database alone; users() would ask every other store as well
            UserProvider users = own.getProvider(UserProvider.class);
            return Math.max(0L, count(users, realm, Map.of()) - count(users, realm, having));
        });
    }

    private static long count(UserProvider users, RealmModel realm, Map<String, String> having) {
        Map<String, String> people = new HashMap<>(having);
        people.put(UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
        return users.getUsersCount(realm, people);
    }
}
