package dev.legacylogin.endpoint;

import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.passport.PassportToken;
import java.util.List;

/** {@code /oauth/token}: Laravel Passport's own token route. Its requests name their client. */
public final class OauthProviderFactory extends LegacyResourceProviderFactory {
    /** For Keycloak. */
    public OauthProviderFactory() {
        super("oauth", null);
    }

    @Override
    List<DocumentedPath> paths(String clientId) {
        return List.of(new PassportToken());
    }
}
