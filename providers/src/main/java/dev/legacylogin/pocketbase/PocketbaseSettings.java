package dev.legacylogin.pocketbase;

import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;

/** The settings form of {@code /auth/login}. */
public final class PocketbaseSettings extends SettingsForm {
    static final String SHAPE = "pocketbase";

    private static final Setting COOKIE = Setting.flag("cookie", "legacyLoginCookie");

    /** For Keycloak. */
    public PocketbaseSettings() {
        super(
                SHAPE,
                "Legacy login: PocketBase /auth/login",
                "Lets this client answer POST /auth/login as wanderer does over PocketBase.",
                List.of(COOKIE));
    }

    static boolean cookie(LegacyClient client) {
        return client.has(COOKIE, "true");
    }
}
