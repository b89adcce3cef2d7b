package dev.legacylogin.token;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.representations.AccessToken;

/**
 * A protocol mapper that has the last word on the access tokens of the client that carries it, whichever grant they come
 * from. ID tokens, refresh tokens, UserInfo and introspection stay Keycloak's.
 */
public abstract class AccessTokenMapper implements ProtocolMapper, OIDCAccessTokenMapper {

    /**
     * Whose token it is.
     *
     * @param user Keycloak's user
     * @param claims the claims of UserInfo, made when they are asked for
     * @param selfWritten which attributes the user may write about himself
     */
    public record Owner(UserModel user, Supplier<Map<String, Object>> claims, Predicate<String> selfWritten) {}

    /**
     * What becomes of an access token of this client, once all other mappers have run. The client may not carry it: an
     * import may bring it to a client scope.
     */
    protected abstract AccessToken transform(AccessToken token, ClientModel client, Owner owner);

    /** Behind every mapper of Keycloak's, which run in the order of this number. */
    @Override
    public final int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public final AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        ClientModel client = context.getClientSession().getClient();
        UserModel user = userSession.getUser();
        String subject = token.getSubject();
        AccessToken transformed = transform(
                token,
                client,
                new Owner(user, new UserInfoClaims(session, userSession, context), new SelfWritten(session, user)));
        if (userSession.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
            transformed.subject(subject); // all that Keycloak knows the user by
        }
        return transformed;
    }
}
