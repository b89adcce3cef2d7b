package dev.legacylogin.shape;

import dev.legacylogin.settings.Settings;
import dev.legacylogin.token.TokenRequests;
import org.keycloak.models.ClientModel;

/**
 * A client that carries a shape's form.
 *
 * @param model Keycloak's client
 * @param settings what its form says
 */
public record ServingClient(ClientModel model, Settings settings) {

    /** The same client with its way to tokens, for an operation. */
    public Client with(TokenRequests tokens) {
        return new Client(model, settings, tokens);
    }
}
