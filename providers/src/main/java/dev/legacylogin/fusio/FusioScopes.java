package dev.legacylogin.fusio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;

/** The {@code scopes} of a Fusio login: Keycloak's client scopes by name. */
final class FusioScopes {
    private FusioScopes() {}

    /**
     * Those of the requested scopes that the client may have, once each; the others are dropped silently, as Fusio
     * does. {@code offline_access} is not given: Keycloak lets every client have it by default, and an old app that
     * never heard of it must not get a session without end.
     */
    static List<String> allowed(ClientModel client, List<String> requested) {
        Set<String> allowed = new HashSet<>(client.getClientScopes(true).keySet());
        allowed.addAll(client.getClientScopes(false).keySet());
        allowed.add(OAuth2Constants.SCOPE_OPENID);
        allowed.remove(OAuth2Constants.OFFLINE_ACCESS);
        return requested.stream().filter(allowed::contains).distinct().toList();
    }
}
