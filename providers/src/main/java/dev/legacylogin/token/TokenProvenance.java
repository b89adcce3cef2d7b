package dev.legacylogin.token;

import java.util.List;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.encode.AccessTokenContext;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;

/** Which grant an access token came from. Keycloak writes it into the token's id from 26.2 on. */
final class TokenProvenance {
    private static final boolean KNOWN = isKnown();

    private TokenProvenance() {}

    /**
     * Did the token come from a login with a password, or from a refresh, and in full? For a token of a version before
     * 26.2, of which nobody can tell, this is true.
     */
    static boolean isOfLoginOrRefresh(KeycloakSession session, AccessToken token) {
        return !KNOWN || Since26x2.isOfLoginOrRefresh(session, token);
    }

    private static boolean isKnown() {
        try {
            Class.forName(
                    "org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider",
                    false,
                    TokenProvenance.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Apart, so that older versions never load the classes that they lack. */
    private static final class Since26x2 {
        private static final List<String> GRANTS = List.of(OAuth2Constants.PASSWORD, OAuth2Constants.REFRESH_TOKEN);

        static boolean isOfLoginOrRefresh(KeycloakSession session, AccessToken token) {
            if (token.getId().indexOf(':') < 0) {
                return true; // from before an upgrade
            }
            AccessTokenContext context =
                    session.getProvider(TokenContextEncoderProvider.class).getTokenContextFromTokenId(token.getId());
            return GRANTS.contains(context.getGrantType())
                    && context.getTokenType() != AccessTokenContext.TokenType.LIGHTWEIGHT
                    && context.getSessionType() == AccessTokenContext.SessionType.ONLINE;
        }
    }
}
