package dev.legacylogin.server;

import java.util.List;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** The administrator of the test server. */
public final class Admin {

    static final String USERNAME = "admin";
    static final String PASSWORD = "admin";

    private static final String REALM = "master";

    private static Keycloak client;

    private Admin() {}

    /** Keycloak's admin client, logged in. */
    public static synchronized Keycloak client() {
        if (client == null) {
            client = KeycloakBuilder.builder()
                    .serverUrl(TestServer.get().baseUri().toString())
                    .realm(REALM)
                    .clientId("admin-cli")
                    .grantType(OAuth2Constants.PASSWORD)
                    .username(USERNAME)
                    .password(PASSWORD)
                    .build();
        }
        return client;
    }

    /** Logs in anew at the next call, at the server that is the test server then. */
    static synchronized void forget() {
        client = null;
    }

    /** The administration of one realm. */
    public static RealmResource realm(String name) {
        return client().realm(name);
    }

    /**
     * Takes the roles of a realm out of {@code admin}: the more that has, the longer take each call of an administrator and
     * the creation of a realm.
     */
    static void release(TestRealm realm) {
        RealmResource master = realm(REALM);
        String client =
                master.clients().findByClientId(realm.name() + "-realm").get(0).getId();
        master.roles()
                .get("admin")
                .deleteComposites(master.clients().get(client).roles().list());
    }

    /**
     * The access token of a new user of a realm who is one of its administrators.
     *
     * @param role of realm-management, such as {@code view-clients}; {@code null} for nobody's administrator
     */
    public static String tokenWith(TestRealm realm, String role) {
        TestUser user = realm.createUser("a password");
        if (role != null) {
            ClientRepresentation administration =
                    realm.admin().clients().findByClientId("realm-management").get(0);
            RoleRepresentation granted = realm.admin()
                    .clients()
                    .get(administration.getId())
                    .roles()
                    .get(role)
                    .toRepresentation();
            user.admin().roles().clientLevel(administration.getId()).add(List.of(granted));
        }
        return Http.post(realm.path("/protocol/openid-connect/token"))
                .form(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        user.username(),
                        "password",
                        user.password()))
                .send()
                .json()
                .path("access_token")
                .textValue();
    }
}
