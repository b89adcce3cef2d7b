package dev.legacylogin.checkup;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * How long the access token of a user would be who has every role that a client's scope lets in. An estimate: of other
 * claims it knows no more than those of Keycloak's default client scopes, and of roles no others in them. The realm's
 * roles are read once.
 */
final class TokenLengths {
    /** In characters, of a token without roles, as measured on 26.0 and 26.7. */
    private static final int WITHOUT_ROLES = 1300;

    /** How many roles of a kind are looked at: more than any proxy lets through. */
    private static final int MAX_ROLES = 1000;

    private final KeycloakSession session;
    private final RealmModel realm;

    /** The length of all of the realm's roles, by whether they are roles of clients. */
    private final Map<Boolean, Integer> all = new HashMap<>();

    TokenLengths(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** In characters, as the token of this client is sent. */
    int estimate(ClientModel client) {
        int inJson = Stream.of(true, false)
                .filter(ofClients -> maps(
                        client, ofClients ? "oidc-usermodel-client-role-mapper" : "oidc-usermodel-realm-role-mapper"))
                .mapToInt(ofClients -> client.isFullScopeAllowed()
                        ? all.computeIfAbsent(ofClients, this::all)
                        : length(assigned(client).filter(role -> role.isClientRole() == ofClients)))
                .sum();
        return WITHOUT_ROLES + inJson * 4 / 3; // base64
    }

    private int all(boolean ofClients) {
        return length(
                ofClients
                        ? session.roles().searchForClientRolesStream(realm, "", Stream.empty(), 0, MAX_ROLES)
                        : realm.getRolesStream(0, MAX_ROLES));
    }

    private static int length(Stream<RoleModel> roles) {
        return roles.mapToInt(role -> role.getName().length() + "\"\",".length())
                .sum();
    }

    private static Stream<RoleModel> assigned(ClientModel client) {
        return Stream.concat(client.getRolesStream(), scopes(client).flatMap(scope -> scope.getScopeMappingsStream()))
                .distinct();
    }

    private static boolean maps(ClientModel client, String mapperId) {
        return scopes(client)
                .flatMap(scope -> scope.getProtocolMappersStream())
                .anyMatch(mapper -> mapperId.equals(mapper.getProtocolMapper())
                        && "true".equals(mapper.getConfig().get("access.token.claim")));
    }

    /** The client's own, and those that it has by default. */
    private static Stream<ClientScopeModel> scopes(ClientModel client) {
        return Stream.concat(Stream.of(client), client.getClientScopes(true).values().stream());
    }
}
