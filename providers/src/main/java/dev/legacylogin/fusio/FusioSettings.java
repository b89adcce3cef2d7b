package dev.legacylogin.fusio;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;

/** The settings form of {@code /consumer/login}. */
@AutoService(ProtocolMapper.class)
public final class FusioSettings extends SettingsForm {
    private static final String EXTENDED = "extended";
    private static final Setting RESPONSE = Setting.choice("response", "legacyLoginResponse", "documented", EXTENDED);

    /** For Keycloak. */
    public FusioSettings() {
        super(
                "fusio",
                "Legacy login: Fusio /consumer/login",
                "Lets this client answer POST /consumer/login (login) and PUT /consumer/login (refresh) as Fusio does.",
                new FusioClaims(),
                List.of(RESPONSE));
    }

    static boolean extended(Settings settings) {
        return settings.has(RESPONSE, EXTENDED);
    }
}
