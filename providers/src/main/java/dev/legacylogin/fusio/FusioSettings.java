package dev.legacylogin.fusio;

import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;

/** The settings form of {@code /consumer/login}. */
public final class FusioSettings extends SettingsForm {
    static final String SHAPE = "fusio";

    private static final String EXTENDED = "extended";
    private static final Setting RESPONSE = Setting.choice("response", "legacyLoginResponse", "documented", EXTENDED);

    /** For Keycloak. */
    public FusioSettings() {
        super(
                SHAPE,
                "Legacy login: Fusio /consumer/login",
                "Lets this client answer POST /consumer/login (login) and PUT /consumer/login (refresh) as Fusio does.",
                List.of(RESPONSE));
    }

    @Override
    public boolean answersRefreshTokens(LegacyClient client) {
        return extended(client);
    }

    static boolean extended(LegacyClient client) {
        return client.has(RESPONSE, EXTENDED);
    }
}
