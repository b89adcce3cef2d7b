package dev.legacylogin.settings;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;

/**
 * Told to whoever listens in this server when an admin saves a form in the console or by the admin API, before the
 * transaction has ended. An import does not tell it, but Keycloak's own {@code ClientModel.ClientUpdatedEvent}.
 *
 * @param session whose transaction saves it
 */
public record FormSaved(KeycloakSession session) implements ProviderEvent {}
