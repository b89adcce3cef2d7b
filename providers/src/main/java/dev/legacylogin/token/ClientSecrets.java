package dev.legacylogin.token;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;

/** The secrets of clients as Keycloak's own client authenticator takes them. */
public final class ClientSecrets {
    private ClientSecrets() {}

    /**
     * The secret that Keycloak takes, {@code null} where the client has none. Where a reference into the vault
     * (<code>${vault.KEY}</code>) is stored, that is what the vault has, or else the reference itself: before 26.6
     * always, from then on where the vault has no such key.
     */
    public static String of(KeycloakSession session, ClientModel client) {
        String stored = client.getSecret();
        if (stored == null) {
            return null;
        }
        Optional<String> inVault = session.vault().getStringSecret(stored).get();
        return inVault.filter(secret -> isTaken(session, client, secret)).orElse(stored);
    }

    /** Whether a reference into the vault is stored that the server does not resolve, for whatever reason. */
    public static boolean isReference(KeycloakSession session, ClientModel client) {
        String stored = client.getSecret();
        if (stored == null || !stored.startsWith("${vault.") || !stored.endsWith("}")) {
            return false;
        }
        try {
            return stored.equals(of(session, client));
        } catch (RuntimeException e) { // a vault that is not there
            return true;
        }
    }

    private static boolean isTaken(KeycloakSession session, ClientModel client, String secret) {
        try {
            return OIDCClientSecretConfigWrapper.fromClientModel(client).validateSecret(session, secret);
        } catch (NoSuchMethodError e) { // before 26.6
            return client.validateSecret(secret);
        }
    }
}
