package dev.legacylogin.checkup;

import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * How long the access token of a user would be who has every role that the client's scope lets in. An estimate: of other
 * claims it knows no more than those of Keycloak's default client scopes, and of roles no others in them.
 */
record TokenLength(KeycloakSession session, RealmModel realm, ClientModel client) {
    /** In characters, of a token without roles, as measured on 26.0 and 26.7. */
    private static final int WITHOUT_ROLES = 1300;

    /** How many roles of a kind are looked at: more than any proxy lets through. */
    private static final int MAX_ROLES = 1000;

    /** In characters, as the token is sent. */
    int estimate() {
        boolean realmRoles = maps("oidc-usermodel-realm-role-mapper");
        boolean clientRoles = maps("oidc-usermodel-client-role-mapper");
        int inJson = (client.isFullScopeAllowed() ? all() : assigned())
                .filter(role -> role.isClientRole() ? clientRoles : realmRoles)
                .mapToInt(role -> role.getName().length() + "\"\",".length())
                .sum();
        return WITHOUT_ROLES + inJson * 4 / 3; // base64
    }

    private Stream<RoleModel> all() {
        return Stream.concat(
                realm.getRolesStream(0, MAX_ROLES),
                session.roles().searchForClientRolesStream(realm, "", Stream.empty(), 0, MAX_ROLES));
    }

    private Stream<RoleModel> assigned() {
        return Stream.concat(client.getRolesStream(), scopes().flatMap(scope -> scope.getScopeMappingsStream()))
                .distinct();
    }

    private boolean maps(String mapperId) {
        return scopes().flatMap(scope -> scope.getProtocolMappersStream())
                .anyMatch(mapper -> mapperId.equals(mapper.getProtocolMapper())
                        && "true".equals(mapper.getConfig().get("access.token.claim")));
    }

    /** The client's own, and those that it has by default. */
    private Stream<ClientScopeModel> scopes() {
        return Stream.concat(Stream.of(client), client.getClientScopes(true).values().stream());
    }
}
