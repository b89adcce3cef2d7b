package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.nomic.NomicToken;
import dev.legacylogin.passport.PassportLogin;
import java.util.List;

/** {@code /api/auth/token}: NomicGameManager, and {@code /api/auth/login}: Laravel Passport. */
public final class ApiProviderFactory extends LegacyResourceProviderFactory {
    /** For Keycloak. */
    public ApiProviderFactory() {
        super("api", "legacy-nomic");
    }

    @Override
    List<DocumentedPath> paths(String clientId) {
        return List.of(new NomicToken(clientId), new PassportLogin());
    }
}
