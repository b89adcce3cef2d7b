package dev.legacylogin.settings;

import dev.legacylogin.server.TestRealm;
import java.util.function.Consumer;
import org.keycloak.representations.idm.ClientRepresentation;

/** Changes clients of a realm copy as an administrator does in the console. */
public final class ClientAdmin {
    private ClientAdmin() {}

    /** The client of this name. */
    public static ClientRepresentation client(TestRealm realm, String clientId) {
        return realm.admin().clients().findByClientId(clientId).get(0);
    }

    /** Changes a client, such as {@code client -> client.setEnabled(false)}. */
    public static void change(TestRealm realm, String clientId, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = client(realm, clientId);
        change.accept(client);
        realm.admin().clients().get(client.getId()).update(client);
    }
}
