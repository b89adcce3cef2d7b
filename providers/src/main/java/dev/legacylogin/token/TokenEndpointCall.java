package dev.legacylogin.token;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.TokenEndpoint;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One call of Keycloak's own token endpoint, in process. Everything that Keycloak does there happens: client
 * authentication, direct grant flow, brute force detection, client policies, required actions, events.
 *
 * <p>Tried on 26.0.8, 26.2.5, 26.4.7 and 26.7.3: the endpoint is stable, and it either returns its failure or throws it.
 */
final class TokenEndpointCall {
    /** The detail of Keycloak's event that names the shape. */
    private static final String EVENT_DETAIL = "legacy_login";

    private final KeycloakSession session;
    private final EventBuilder event;
    private final Response response;

    private TokenEndpointCall(KeycloakSession session, EventBuilder event, Map<String, String> parameters) {
        this.session = session;
        this.event = event;
        this.response = call(parameters);
    }

    /**
     * Calls the endpoint with these form parameters and no others.
     *
     * @param shape named in the event
     * @throws IllegalStateException where the endpoint failed for a reason of the server's
     */
    static TokenEndpointCall of(KeycloakSession session, String shape, Map<String, String> parameters) {
        return new TokenEndpointCall(session, event(session, shape), parameters);
    }

    /** An event that names the shape. */
    static EventBuilder event(KeycloakSession session, String shape) {
        KeycloakContext context = session.getContext();
        return new EventBuilder(context.getRealm(), session, context.getConnection()).detail(EVENT_DETAIL, shape);
    }

    /** What Keycloak granted, or empty where it refused. */
    Optional<AccessTokenResponse> granted() {
        return response.getEntity() instanceof AccessTokenResponse tokens && response.getStatus() == 200
                ? Optional.of(tokens)
                : Optional.empty();
    }

    /** The error of the event, which tells causes apart on every version, as status and text do not. Or empty. */
    Optional<String> eventError() {
        return Optional.ofNullable(event.getEvent().getError());
    }

    /** The id of the user whom the event is about, or {@code null}. */
    String userId() {
        return event.getEvent().getUserId();
    }

    /** The id of the user's session, or {@code null}. */
    String sessionId() {
        return event.getEvent().getSessionId();
    }

    private Response call(Map<String, String> parameters) {
        KeycloakContext context = session.getContext();
        HttpRequest realRequest = context.getHttpRequest();
        HttpResponse realResponse = context.getHttpResponse();
        context.setHttpRequest(new TokenEndpointRequest(realRequest, parameters));
        context.setHttpResponse(new SilentHttpResponse());
        try {
            return new TokenEndpoint(session, new TokenManager(), event).processGrantRequest();
        } catch (WebApplicationException e) {
            // returned and not thrown on: some failures (reuse of a refresh token) must be committed
            if (e.getResponse().getStatus() >= 500) {
                throw new IllegalStateException("Keycloak's token endpoint failed", e);
            }
            return e.getResponse();
        } catch (AuthenticationFlowException e) {
            return flowFailed();
        } finally {
            context.setHttpRequest(realRequest);
            context.setHttpResponse(realResponse);
        }
    }

    /** Keycloak 26.0 lets a flow's failure through, for instance at the name of a service account, and cleans nothing up. */
    private Response flowFailed() {
        if (eventError().isEmpty()) {
            event.error(Errors.INVALID_USER);
        }
        AuthenticationSessionModel started = session.getContext().getAuthenticationSession();
        if (started != null) {
            new AuthenticationSessionManager(session)
                    .removeAuthenticationSession(session.getContext().getRealm(), started, false);
        }
        return Response.status(Response.Status.BAD_REQUEST).build();
    }
}
