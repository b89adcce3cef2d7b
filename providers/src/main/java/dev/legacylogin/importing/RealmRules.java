package dev.legacylogin.importing;

import dev.legacylogin.user.ProfileDemands;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What an import must know of its realm before it begins.
 *
 * @param emailsAreUnique whether no two users may have the same e-mail address
 * @param demanded the fields that the user profile demands at a login
 */
public record RealmRules(boolean emailsAreUnique, List<String> demanded) {

    /** Those of this realm, which the session's context has. */
    public static RealmRules of(KeycloakSession session, RealmModel realm) {
        return new RealmRules(!realm.isDuplicateEmailsAllowed(), ProfileDemands.of(session, realm, Set.of()));
    }
}
