package dev.legacylogin.settings;

import java.util.Map;
import java.util.Optional;
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

    /** The day on which it stops to serve the shape, or empty where none is set. */
    public Optional<Sunset> sunset() {
        return Sunset.of(config);
    }
}
