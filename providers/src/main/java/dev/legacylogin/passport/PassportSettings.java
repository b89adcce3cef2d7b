package dev.legacylogin.passport;

import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;

/** The settings form of {@code /api/auth/login} and {@code /oauth/token}. */
public final class PassportSettings extends SettingsForm {
    static final String SHAPE = "passport";

    private static final String FLAT = "flat";
    private static final String HIDDEN = "hidden";
    private static final Setting TOKENS = Setting.choice("tokens", "legacyLoginTokens", "documented", FLAT);
    private static final Setting UNKNOWN_USERNAME =
            Setting.choice("unknown.username", "legacyLoginUnknownUsername", "documented", HIDDEN);

    /** For Keycloak. */
    public PassportSettings() {
        super(
                SHAPE,
                "Legacy login: Laravel Passport /api/auth/login",
                "Lets this client log in at POST /api/auth/login and refresh at POST /oauth/token as a Laravel Passport "
                        + "password client: with its client ID and secret in the body.",
                List.of(TOKENS, UNKNOWN_USERNAME));
    }

    @Override
    public long documentedAccessTokenSeconds() {
        return 31622399;
    }

    @Override
    public boolean answersRefreshTokens(LegacyClient client) {
        return true;
    }

    @Override
    public boolean takesClientSecret() {
        return true;
    }

    @Override
    public boolean disclosesUsernames(LegacyClient client) {
        return !hidesUnknownUsername(client);
    }

    static boolean flat(LegacyClient client) {
        return client.has(TOKENS, FLAT);
    }

    static boolean hidesUnknownUsername(LegacyClient client) {
        return client.has(UNKNOWN_USERNAME, HIDDEN);
    }
}
