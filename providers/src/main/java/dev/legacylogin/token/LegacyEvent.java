package dev.legacylogin.token;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own events, with a detail that names the shape. */
public final class LegacyEvent {
    private static final String DETAIL = "legacy_login";

    private LegacyEvent() {}

    /** An event of the current realm and connection, not sent yet. */
    public static EventBuilder of(KeycloakSession session, String shape) {
        KeycloakContext context = session.getContext();
        return new EventBuilder(context.getRealm(), session, context.getConnection()).detail(DETAIL, shape);
    }
}
