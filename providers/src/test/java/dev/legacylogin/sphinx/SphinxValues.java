package dev.legacylogin.sphinx;

import dev.legacylogin.settings.Settings;
import java.util.Map;

/** Lets the fuzz tests read a setting as the shape does. */
public final class SphinxValues {
    private SphinxValues() {}

    /** The redirect that counts where this is stored. */
    public static String passwordResetRedirect(String stored) {
        return SphinxSettings.passwordResetRedirect(new Settings(Map.of("password.reset.redirect", stored)));
    }
}
