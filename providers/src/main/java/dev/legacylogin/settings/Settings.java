package dev.legacylogin.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What a settings form says at one client.
 *
 * @param stored the values as stored, by key
 */
public record Settings(Map<String, String> stored) {

    /** The value that counts. */
    public String value(Setting setting) {
        return setting.valueIn(stored);
    }

    /** Whether a setting has this value. */
    public boolean has(Setting setting, String value) {
        return value(setting).equals(value);
    }

    /** Whether a switch is on. */
    public boolean isOn(Setting setting) {
        return setting.isOn(stored);
    }

    /** The day on which the client no longer serves the shape, or empty where none is set. */
    public Optional<Sunset> sunset() {
        return Sunset.of(stored);
    }
}
