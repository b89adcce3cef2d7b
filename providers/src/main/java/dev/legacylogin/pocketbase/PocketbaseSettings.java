package dev.legacylogin.pocketbase;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;

/** The settings form of {@code /auth/login}. */
@AutoService(ProtocolMapper.class)
public final class PocketbaseSettings extends SettingsForm {
    private static final Setting COOKIE = Setting.flag("cookie", "legacyLoginCookie");

    private static final Setting TOKEN_TYPE =
            Setting.choice("token.type", "legacyLoginTokenType", "authRecord", "auth");

    /** For Keycloak. */
    public PocketbaseSettings() {
        super(
                "pocketbase",
                "Legacy login: PocketBase /auth/login",
                "Lets this client answer POST /auth/login as wanderer does over PocketBase.",
                new PocketbaseClaims(),
                List.of(COOKIE, TOKEN_TYPE));
    }

    static String tokenType(Settings settings) {
        return settings.value(TOKEN_TYPE);
    }

    static boolean cookie(Settings settings) {
        return settings.isOn(COOKIE);
    }
}
