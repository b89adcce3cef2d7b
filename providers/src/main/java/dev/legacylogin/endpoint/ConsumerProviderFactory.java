package dev.legacylogin.endpoint;

import dev.legacylogin.fusio.FusioLogin;
import dev.legacylogin.http.DocumentedPath;
import java.util.List;

/** {@code /consumer/login}: Fusio. */
public final class ConsumerProviderFactory extends LegacyResourceProviderFactory {
    /** For Keycloak. */
    public ConsumerProviderFactory() {
        super("consumer", "legacy-fusio");
    }

    @Override
    List<DocumentedPath> paths(String clientId) {
        return List.of(new FusioLogin(clientId));
    }
}
