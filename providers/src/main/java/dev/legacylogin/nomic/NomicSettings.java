package dev.legacylogin.nomic;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import org.keycloak.protocol.ProtocolMapper;

/** The settings form of {@code /api/auth/token}: it switches the path on and has no fields of its own. */
@AutoService(ProtocolMapper.class)
public final class NomicSettings extends SettingsForm {
    /** For Keycloak. */
    public NomicSettings() {
        super(
                "nomic",
                "Legacy login: NomicGameManager /api/auth/token",
                "Lets this client answer POST /api/auth/token (Basic: login, Bearer: renewal) as NomicGameManager does.",
                new NomicClaims(),
                List.of());
    }
}
