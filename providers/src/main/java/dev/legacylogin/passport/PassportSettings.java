package dev.legacylogin.passport;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;

/** The settings form of {@code /api/auth/login} and {@code /oauth/token}. */
@AutoService(ProtocolMapper.class)
public final class PassportSettings extends SettingsForm {
    private static final String FLAT = "flat";
    private static final String HIDDEN = "hidden";
    private static final Setting TOKENS = Setting.choice("tokens", "legacyLoginTokens", "documented", FLAT);
    private static final Setting UNKNOWN_USERNAME =
            Setting.choice("unknown.username", "legacyLoginUnknownUsername", "documented", HIDDEN);

    /** For Keycloak. */
    public PassportSettings() {
        super(
                "passport",
                "Legacy login: Laravel Passport /api/auth/login",
                "Lets this client log in at POST /api/auth/login and refresh at POST /oauth/token as a Laravel Passport "
                        + "password client: with its client ID and secret in the body.",
                new PassportClaims(),
                List.of(TOKENS, UNKNOWN_USERNAME));
    }

    static boolean flat(Settings settings) {
        return settings.has(TOKENS, FLAT);
    }

    static boolean hidesUnknownUsername(Settings settings) {
        return settings.has(UNKNOWN_USERNAME, HIDDEN);
    }
}
