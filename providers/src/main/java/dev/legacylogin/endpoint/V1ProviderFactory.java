package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.sphinx.SphinxLogin;
import dev.legacylogin.sphinx.SphinxRefresh;
import java.util.List;

/** {@code /v1/api/auth/login} and {@code /v1/api/auth/refresh}: sphinx-cbs. */
public final class V1ProviderFactory extends LegacyResourceProviderFactory {
    /** For Keycloak. */
    public V1ProviderFactory() {
        super("v1", "legacy-sphinx");
    }

    @Override
    List<DocumentedPath> paths(String clientId) {
        return List.of(new SphinxLogin(clientId), new SphinxRefresh(clientId));
    }
}
