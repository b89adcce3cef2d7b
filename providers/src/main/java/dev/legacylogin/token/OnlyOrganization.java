package dev.legacylogin.token;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;

/**
 * The one organization that an access token is for. Newer versions of Keycloak refuse to refresh where the user has left
 * it, or where it was disabled or deleted; they read it from a claim of the refresh token.
 */
final class OnlyOrganization {
    private OnlyOrganization() {}

    /** Its alias; empty where the token is for none, or for several. */
    static Optional<String> of(RealmModel realm, AccessToken token) {
        if (!realm.isOrganizationsEnabled() || !isAskedFor(token.getScope())) {
            return Optional.empty();
        }
        Collection<?> aliases = aliases(token.getOtherClaims().get(OAuth2Constants.ORGANIZATION));
        return aliases.size() == 1
                ? Optional.of(String.valueOf(aliases.iterator().next()))
                : Optional.empty();
    }

    private static boolean isAskedFor(String scopes) {
        return scopes != null
                && List.of(scopes.split(" ")).stream()
                        .anyMatch(scope -> scope.equals(OAuth2Constants.ORGANIZATION)
                                || scope.startsWith(OAuth2Constants.ORGANIZATION + ":"));
    }

    /** The claim is a text, a list, or an object with the aliases for names, as its mapper is set up. */
    private static Collection<?> aliases(Object claim) {
        if (claim instanceof Map<?, ?> map) {
            return map.keySet();
        }
        return claim instanceof Collection<?> list ? list : claim == null ? List.of() : List.of(claim);
    }
}
