package dev.legacylogin.checkup;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/**
 * Counts users in Keycloak's own database without loading them. Users of other stores count where they are imported.
 * Keycloak can count who has something, but not who lacks it, so all users less those who have it.
 */
final class UserCounts {
    /** At least one character: Keycloak puts it into SQL's LIKE, with % around it. */
    private static final String ANY = "_";

    private final RealmModel realm;
    private final UserProvider users;

    UserCounts(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        // the database alone; session.users() would ask every other store as well
        this.users = session.getProvider(UserProvider.class);
    }

    /** Users who lack one of these: first name, last name, e-mail address. */
    long lacking(Collection<String> fields) {
        return without(fields.stream().collect(Collectors.toMap(Function.identity(), field -> ANY)));
    }

    /** Users whose e-mail address is not verified. */
    long unverified() {
        return without(Map.of(UserModel.EMAIL_VERIFIED, "true"));
    }

    private long without(Map<String, String> having) {
        return Math.max(0L, users.getUsersCount(realm, false) - users.getUsersCount(realm, having));
    }
}
