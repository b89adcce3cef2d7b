package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.pocketbase.PocketbaseLogin;
import java.util.List;

/** {@code /auth/login}: wanderer over PocketBase. */
public final class AuthProviderFactory extends LegacyResourceProviderFactory {
    /** For Keycloak. */
    public AuthProviderFactory() {
        super("auth", "legacy-pocketbase");
    }

    @Override
    List<DocumentedPath> paths(String clientId) {
        return List.of(new PocketbaseLogin(clientId));
    }
}
