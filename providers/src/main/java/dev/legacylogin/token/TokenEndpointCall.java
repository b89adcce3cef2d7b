package dev.legacylogin.token;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.http.HttpRequest;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One call of Keycloak's own token endpoint, in process. Everything that Keycloak does there happens: client
 * authentication, direct grant flow, brute force detection, client policies, required actions, events.
 *
 * <p>Tried on 26.0.8, 26.2.5, 26.4.7 and 26.7.3: the endpoint is stable, and it either returns its failure or throws it.
 */
final class TokenEndpointCall {
    private static final Logger LOG = Logger.getLogger(TokenEndpointCall.class);

    private final KeycloakSession session;
    private final EventBuilder event;

    private TokenEndpointCall(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.event = event;
    }

    /** What came of a call. */
    sealed interface Result {

        /**
         * Keycloak granted tokens.
         *
         * @param tokens the tokens
         * @param user whose they are
         * @param userSession the session they belong to, {@code null} where a client policy granted without one that
         *     lasts
         */
        record Granted(Tokens tokens, UserModel user, UserSessionModel userSession) implements Result {}

        /**
         * Keycloak granted nothing.
         *
         * @param error the error of the event, which tells causes apart on every version, as status and text do not;
         *     that there is no such user only where the name was looked for
         * @param pendingActions the required actions that stand between a user whose password was right and the tokens
         */
        record Refused(String error, Set<String> pendingActions) implements Result {}
    }

    /**
     * Calls the endpoint with these form parameters and no others.
     *
     * @param shape named in the event
     * @param authorization the {@code Authorization} header, if there is to be one
     * @throws IllegalStateException where the endpoint failed for a reason of the server's
     */
    static Result send(
            KeycloakSession session, String shape, Map<String, String> parameters, Optional<String> authorization) {
        boolean login = OAuth2Constants.PASSWORD.equals(parameters.get(OAuth2Constants.GRANT_TYPE));
        EventBuilder event = LegacyEvent.of(session, shape).event(login ? EventType.LOGIN : EventType.REFRESH_TOKEN);
        TokenEndpointCall call = new TokenEndpointCall(session, event);
        Response response = call.response(parameters, authorization);
        return response.getEntity() instanceof AccessTokenResponse tokens && response.getStatus() == 200
                ? call.granted(Tokens.of(tokens))
                : call.refused();
    }

    private Result granted(Tokens tokens) {
        RealmModel realm = session.getContext().getRealm();
        UserSessionModel userSession = userSession(realm, event.getEvent().getSessionId());
        UserModel user = userSession == null
                ? session.users().getUserById(realm, event.getEvent().getUserId())
                : userSession.getUser();
        return new Result.Granted(tokens, user, userSession);
    }

    /** The online session; the offline one where there is no other: from 26.2 on a login for offline access leaves none. */
    private UserSessionModel userSession(RealmModel realm, String id) {
        if (id == null) {
            return null;
        }
        UserSessionModel online = session.sessions().getUserSession(realm, id);
        return online == null ? session.sessions().getOfflineUserSession(realm, id) : online;
    }

    private Result refused() {
        // such as an LDAP user whose e-mail a local user has, or a step for browsers
        ensureError(() -> isOfTheName() ? Errors.INVALID_USER : Errors.GENERIC_AUTHENTICATION_ERROR);
        String error = event.getEvent().getError();
        if (Errors.USER_NOT_FOUND.equals(error) && !isOfTheName()) {
            error = Errors.GENERIC_AUTHENTICATION_ERROR; // the step for X.509 says so where there is no certificate
        }
        return new Result.Refused(error, Errors.RESOLVE_REQUIRED_ACTIONS.equals(error) ? pendingActions() : Set.of());
    }

    /** Whether it failed because of the name that was given: somebody looked for it, and had nobody to go on with. */
    private boolean isOfTheName() {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return hasLookedForUser() && (login == null || login.getAuthenticatedUser() == null);
    }

    /** Of the user and of this login alone, where Keycloak looks for both; its event names neither. */
    private Set<String> pendingActions() {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return Stream.concat(
                        login.getAuthenticatedUser().getRequiredActionsStream(), login.getRequiredActions().stream())
                .collect(Collectors.toSet());
    }

    private Response response(Map<String, String> parameters, Optional<String> authorization) {
        KeycloakContext context = session.getContext();
        HttpRequest realRequest = context.getHttpRequest();
        HttpResponse realResponse = context.getHttpResponse();
        context.setHttpRequest(new TokenEndpointRequest(realRequest, parameters, authorization));
        context.setHttpResponse(new SilentHttpResponse());
        try {
            return new TokenEndpoint(session, new TokenManager(), event).processGrantRequest();
        } catch (WebApplicationException e) {
            return refusal(e);
        } catch (AuthenticationFlowException e) {
            return flowFailed(e);
        } catch (ModelDuplicateException e) {
            // of an LDAP user who is not imported and whose e-mail a local user has; Keycloak answers 409
            session.getTransactionManager().setRollbackOnly();
            return Response.status(Response.Status.CONFLICT).build();
        } finally {
            context.setHttpRequest(realRequest);
            context.setHttpResponse(realResponse);
        }
    }

    /**
     * Returned and not thrown on: what Keycloak noted of some failures (reuse of a refresh token) must be committed. Where
     * its own endpoint rolls back, this marks the transaction for it, as it does there: {@code getResponse} of an
     * {@link ErrorResponseException} does.
     *
     * @throws IllegalStateException for an exception that is not Keycloak's own but of a user store or a mapper, and for
     *     a failure of the server's
     */
    private Response refusal(WebApplicationException e) {
        if (!isKeycloaksOwn(e) || e.getResponse().getStatus() >= 500) {
            throw new IllegalStateException("Keycloak's token endpoint failed", e);
        }
        // such as a client that is bearer-only, or a refresh for a former member of an organization
        ensureError(() -> isBearerOnly() ? Errors.INVALID_CLIENT : Errors.ACCESS_DENIED);
        return e.getResponse();
    }

    /** Its endpoint throws these; the client's authentication throws a plain one, and tells the event before. */
    private boolean isKeycloaksOwn(WebApplicationException e) {
        return e instanceof ErrorResponseException
                || e instanceof CorsErrorResponseException
                || event.getEvent().getError() != null;
    }

    private boolean isBearerOnly() {
        ClientModel client = session.getContext().getClient();
        return client != null && client.isBearerOnly();
    }

    /** Nobody is refused without an event, though Keycloak sends none of some refusals. */
    private void ensureError(Supplier<String> error) {
        if (event.getEvent().getError() == null) {
            event.error(error.get());
        }
    }

    /**
     * Keycloak lets some failures of a flow through and cleans nothing up: 26.0 at the name of a service account, every
     * version where a step lacks its configuration or the flow finds no user at all.
     */
    private Response flowFailed(AuthenticationFlowException failure) {
        if (event.getEvent().getError() == null) {
            event.error(isOfTheUser(failure) ? Errors.INVALID_USER : Errors.GENERIC_AUTHENTICATION_ERROR);
        }
        AuthenticationSessionModel started = session.getContext().getAuthenticationSession();
        if (started != null) {
            new AuthenticationSessionManager(session)
                    .removeAuthenticationSession(session.getContext().getRealm(), started, false);
        }
        return Response.status(Response.Status.BAD_REQUEST).build();
    }

    /** The step that looks for the user notes the name that it was given; a flow may have no such step. */
    private boolean hasLookedForUser() {
        return event.getEvent().getDetails() != null
                && event.getEvent().getDetails().containsKey(Details.USERNAME);
    }

    private boolean isOfTheUser(AuthenticationFlowException failure) {
        if (failure.getError() == AuthenticationFlowError.UNKNOWN_USER && hasLookedForUser()) {
            return true;
        }
        LOG.warnf(
                "The direct grant flow of realm %s failed: %s %s",
                session.getContext().getRealm().getName(), failure.getError(), failure.getMessage());
        return false;
    }
}
