package dev.legacylogin.sphinx;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import java.util.regex.Pattern;
import org.keycloak.protocol.ProtocolMapper;

/** The settings form of {@code /v1/api/auth/login} and {@code /v1/api/auth/refresh}. */
@AutoService(ProtocolMapper.class)
public final class SphinxSettings extends SettingsForm {
    private static final String COOKIE = "cookie";
    private static final String BODY = "body";
    /** An http(s) URL, or a path without scheme or host; printable ASCII without quotes and angle brackets. */
    private static final Pattern REDIRECT =
            Pattern.compile("https?://[A-Za-z0-9][!#-;=?-~]{0,500}|/?[A-Za-z0-9._~%#?-][!#-9;=?-~]{0,500}");

    private static final Setting REFRESH_DELIVERY =
            Setting.choice("refresh.delivery", "legacyLoginRefreshDelivery", "headers", BODY, COOKIE);
    private static final Setting PASSWORD_RESET_REDIRECT = Setting.text(
            "password.reset.redirect",
            "legacyLoginPasswordResetRedirect",
            "pw/reset",
            value -> REDIRECT.matcher(value).matches());

    /** For Keycloak. */
    public SphinxSettings() {
        super(
                "sphinx",
                "Legacy login: sphinx /v1/api/auth",
                "Lets this client answer POST /v1/api/auth/login and POST /v1/api/auth/refresh as sphinx-cbs does.",
                new SphinxClaims(),
                List.of(REFRESH_DELIVERY, PASSWORD_RESET_REDIRECT));
    }

    static boolean deliversInBody(Settings settings) {
        return settings.has(REFRESH_DELIVERY, BODY);
    }

    static boolean deliversInCookies(Settings settings) {
        return settings.has(REFRESH_DELIVERY, COOKIE);
    }

    static String passwordResetRedirect(Settings settings) {
        return settings.value(PASSWORD_RESET_REDIRECT);
    }
}
