package dev.legacylogin.token;

import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;

/** The Web Origins of a client as Keycloak resolves them. */
public final class WebOrigins {
    private WebOrigins() {}

    /** The origins, with {@code +} resolved to those of the redirect URIs. {@code *} stands as it is. */
    public static Set<String> of(KeycloakSession session, ClientModel client) {
        return WebOriginsUtils.resolveValidWebOrigins(session, client);
    }
}
