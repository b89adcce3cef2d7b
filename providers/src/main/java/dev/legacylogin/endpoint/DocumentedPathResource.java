package dev.legacylogin.endpoint;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.HttpDate;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.settings.Sunset;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;

/**
 * The one way of every request at a documented path. It declares every HTTP method and no content type, so that
 * Keycloak never answers in the page's stead, and turns whatever goes wrong into the page's own form.
 */
public final class DocumentedPathResource {
    private static final Logger LOG = Logger.getLogger(DocumentedPathResource.class);

    private static final String DEPRECATION = "Deprecation";
    private static final String SUNSET = "Sunset";

    private final KeycloakSession session;
    private final DocumentedPath path;

    DocumentedPathResource(KeycloakSession session, DocumentedPath path) {
        this.session = session;
        this.path = path;
    }

    /** Answers {@code POST}. */
    @POST
    public Response post(InputStream body) {
        return answer("POST", body);
    }

    /** Answers {@code PUT}. */
    @PUT
    public Response put(InputStream body) {
        return answer("PUT", body);
    }

    /** Refuses {@code PATCH}. */
    @PATCH
    public Response patch(InputStream body) {
        return answer("PATCH", body);
    }

    /** Refuses {@code GET}. */
    @GET
    public Response get() {
        return answer("GET", null);
    }

    /** Refuses {@code HEAD}. */
    @HEAD
    public Response head() {
        return answer("HEAD", null);
    }

    /** Refuses {@code DELETE}. */
    @DELETE
    public Response delete() {
        return answer("DELETE", null);
    }

    /** Answers a preflight. */
    @OPTIONS
    public Response options() {
        LegacyRequest request = new LegacyRequest(session, path.clients(), null);
        request.requireDocumentedPath();
        request.anyClient();
        String methods = allowedMethods();
        Response.ResponseBuilder response = response(200, request).header(HttpHeaders.ALLOW, methods);
        request.cors().preflightHeaders(methods).forEach(response::header);
        return response.build();
    }

    private Response answer(String method, InputStream body) {
        LegacyRequest request = new LegacyRequest(session, path.clients(), body);
        request.requireDocumentedPath();
        try {
            Response response = render(answerOrRefusal(method, request), request);
            commit();
            return response;
        } catch (NotFoundException e) {
            // the shape is off: the same answer as at any path that Keycloak does not know
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "A request at %s failed", path.path());
            session.getTransactionManager().setRollbackOnly();
            return render(path.refuse(Fault.UNEXPECTED, request), request);
        }
    }

    private Answer answerOrRefusal(String method, LegacyRequest request) {
        try {
            requireOpen();
            return operation(method).apply(request);
        } catch (RefusedException e) {
            request.anyClient();
            return path.refuse(e.fault(), request);
        }
    }

    /** Before the answer and not, as Keycloak does, behind it: an outage at the commit is told in the page's form. */
    private void commit() {
        KeycloakTransactionManager transaction = session.getTransactionManager();
        if (transaction.getRollbackOnly()) {
            throw new IllegalStateException("The transaction was marked for rollback");
        }
        transaction.commit();
    }

    /** Keycloak's look-up of realm resources checks neither. */
    private void requireOpen() {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isEnabled()) {
            throw new RefusedException(Fault.REALM_DISABLED);
        }
        boolean https =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!https && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw new RefusedException(Fault.HTTPS_REQUIRED);
        }
    }

    private Function<LegacyRequest, Answer> operation(String method) {
        Function<LegacyRequest, Answer> operation = path.operations().get(method);
        if (operation == null) {
            throw new RefusedException(Fault.METHOD_NOT_ALLOWED);
        }
        return operation;
    }

    private Response render(Answer answer, LegacyRequest request) {
        Response.ResponseBuilder response = response(answer.status(), request);
        if (answer.body() != null) {
            response.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        if (answer.status() == Fault.METHOD_NOT_ALLOWED.status()) {
            response.header(HttpHeaders.ALLOW, allowedMethods());
        }
        answer.headers().forEach(header -> response.header(header.getKey(), header.getValue()));
        request.cors().headers(exposedHeaders(request)).forEach(response::header);
        return response.build();
    }

    /** What every answer carries. */
    private static Response.ResponseBuilder response(int status, LegacyRequest request) {
        Response.ResponseBuilder response = Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
        request.sunset().ifPresent(sunset -> {
            // RFC 9745 and RFC 8594
            response.header(DEPRECATION, "@" + Sunset.DEPRECATED.toEpochSecond(LocalTime.MIN, ZoneOffset.UTC));
            response.header(SUNSET, HttpDate.of(sunset.begin()));
        });
        return response;
    }

    private List<String> exposedHeaders(LegacyRequest request) {
        List<String> names = new ArrayList<>(path.exposedHeaders());
        request.sunset().ifPresent(sunset -> names.addAll(List.of(DEPRECATION, SUNSET)));
        return names;
    }

    private String allowedMethods() {
        TreeSet<String> methods = new TreeSet<>(path.operations().keySet());
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
