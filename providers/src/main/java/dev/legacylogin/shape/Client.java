package dev.legacylogin.shape;

import dev.legacylogin.settings.Settings;
import dev.legacylogin.token.TokenRequests;
import org.keycloak.models.ClientModel;

/**
 * The client that serves a call. Its origin, its sunset and the realm have been looked at.
 *
 * @param model Keycloak's client
 * @param settings what its form says
 * @param tokens asks Keycloak for this client's tokens
 */
public record Client(ClientModel model, Settings settings, TokenRequests tokens) {}
