package dev.legacylogin.server;

import dev.legacylogin.Clients;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleMappingResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The administrator of the test server. */
public final class Admin {

    static final String USERNAME = "admin";
    static final String PASSWORD = "admin";

    private static final String REALM = "master";

    private static Keycloak admin;
    private static Keycloak client;
    private static RoleMappingResource creatorsRoles;

    private Admin() {}

    /**
     * Keycloak's admin client, logged in: on a server that is the tests' own as {@link #realmCreator}, who may do all but
     * grant an administrator's roles.
     */
    public static synchronized Keycloak client() {
        if (client == null) {
            admin = login(USERNAME, PASSWORD);
            client = TestServer.get().outlivesTheTests() ? admin : realmCreator();
        }
        return client;
    }

    private static Keycloak login(String username, String password) {
        return KeycloakBuilder.builder()
                .serverUrl(TestServer.get().baseUri().toString())
                .realm(REALM)
                .clientId("admin-cli")
                .grantType(OAuth2Constants.PASSWORD)
                .username(username)
                .password(password)
                .build();
    }

    /**
     * A user whom Keycloak gives the roles of each realm that the user creates, and who gets those of the realms that are
     * there. {@code admin} has all of them in one composite role, through which Keycloak goes at each call; with the realms
     * of a test run that is a fifth of its time.
     */
    private static Keycloak realmCreator() {
        RealmResource master = admin.realm(REALM);
        String name = TestRealm.unique("tests");
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEnabled(true);
        user.setCredentials(List.of(TestUser.passwordOf(PASSWORD)));
        try (Response response = master.users().create(user)) {
            creatorsRoles = master.users()
                    .get(CreatedResponseUtil.getCreatedId(response))
                    .roles();
        }
        creatorsRoles
                .realmLevel()
                .add(List.of(master.roles().get("create-realm").toRepresentation()));
        for (RealmRepresentation realm : admin.realms().findAll()) {
            RoleScopeResource roles = creatorsRoles.clientLevel(clientOf(realm.getRealm()));
            roles.add(roles.listAvailable());
        }
        return login(name, PASSWORD);
    }

    /**
     * Takes the roles of a realm from its creator: the more roles a user has, the longer it takes to create a realm. In
     * Keycloak 26.0 to 26.3 that goes for {@code admin} too; 26.7 answers 403 to taking them out of that.
     */
    static void release(TestRealm realm) {
        RoleScopeResource ofRealm = creatorsRoles.clientLevel(clientOf(realm.name()));
        List<RoleRepresentation> roles = ofRealm.listAll();
        ofRealm.remove(roles);
        if (TestServer.get().isBefore(4)) {
            admin.realm(REALM).roles().get("admin").deleteComposites(roles);
        }
    }

    /** The id of the client that stands for a realm in that of the administrators. */
    private static String clientOf(String realm) {
        return admin.realm(REALM)
                .clients()
                .findByClientId(realm + "-realm")
                .get(0)
                .getId();
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
     * The access token of a new user of a realm who is one of its administrators.
     *
     * @param role of realm-management, such as {@code view-clients}; {@code null} for nobody's administrator
     */
    public static String tokenWith(TestRealm realm, String role) {
        TestUser user = realm.createUser("a password");
        if (role != null) {
            String administration = Clients.id(realm, "realm-management");
            RoleRepresentation granted = realm.admin()
                    .clients()
                    .get(administration)
                    .roles()
                    .get(role)
                    .toRepresentation();
            admin.realm(realm.name()) // the creator of a realm may not grant all of its roles
                    .users()
                    .get(user.id())
                    .roles()
                    .clientLevel(administration)
                    .add(List.of(granted));
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
