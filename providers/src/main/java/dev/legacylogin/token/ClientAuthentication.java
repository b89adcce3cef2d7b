package dev.legacylogin.token;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.util.BasicAuthHelper;

/**
 * How a request to the token endpoint authenticates as its client: with a secret, as form parameters, or in a header
 * where the client allows nothing else (Client, Credentials, from 26.6 on; older versions take either).
 *
 * @param clientId the client's id
 * @param secret its secret, {@code null} where there is none
 * @param inHeader whether the secret goes into an {@code Authorization: Basic} header
 */
record ClientAuthentication(String clientId, String secret, boolean inHeader) {

    /** With the client's own secret, if it has one. */
    static ClientAuthentication trusted(KeycloakSession session, ClientModel client) {
        return with(client, client.isPublicClient() ? null : ClientSecrets.of(session, client));
    }

    /** With a secret that the caller sent, {@code null} where none was. */
    static ClientAuthentication with(ClientModel client, String secret) {
        String allowed = client.getAttribute(ClientSecretConstants.CLIENT_SECRET_AUTHENTICATION_ALLOWED_METHOD);
        boolean inHeader =
                secret != null && !client.isPublicClient() && OIDCLoginProtocol.CLIENT_SECRET_BASIC.equals(allowed);
        return new ClientAuthentication(client.getClientId(), secret, inHeader);
    }

    /** The form parameters. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>(Map.of(OAuth2Constants.CLIENT_ID, clientId));
        if (secret != null && !inHeader) {
            parameters.put(OAuth2Constants.CLIENT_SECRET, secret);
        }
        return parameters;
    }

    /** The {@code Authorization} header (RFC 6749, section 2.3.1), or empty where the secret is a parameter. */
    Optional<String> authorization() {
        return inHeader ? Optional.of(BasicAuthHelper.RFC6749.createHeader(clientId, secret)) : Optional.empty();
    }

    /** Without the secret: a record would print it. */
    @Override
    public String toString() {
        return "ClientAuthentication of " + clientId;
    }
}
