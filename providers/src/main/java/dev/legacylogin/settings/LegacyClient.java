package dev.legacylogin.settings;

import java.util.Map;
import org.keycloak.models.ClientModel;

/**
 * A client that serves a shape.
 *
 * @param model Keycloak's client
 * @param config the shape's settings as stored
 */
public record LegacyClient(ClientModel model, Map<String, String> config) {

    /** Whether a setting has this value. */
    public boolean has(Setting setting, String value) {
        return setting.valueIn(config).equals(value);
    }
}
