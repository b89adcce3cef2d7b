package dev.legacylogin.server;

import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

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
}
