package dev.legacylogin.endpoint;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/**
 * A request that came by its documented route. It declares every HTTP method and no content type, so that Keycloak never
 * answers in the endpoint's place. Where the shape is off: 404, as at any path that Keycloak does not know.
 */
public final class LegacyLoginResource {
    private static final String ANY = "{path: .*}";

    private final Optional<Funnel> funnel;

    LegacyLoginResource(Optional<Funnel> funnel) {
        this.funnel = funnel;
    }

    /** Answers {@code POST}. */
    @POST
    @Path(ANY)
    public Response post(InputStream body) {
        return answer(body);
    }

    /** Answers {@code PUT}. */
    @PUT
    @Path(ANY)
    public Response put(InputStream body) {
        return answer(body);
    }

    /** Answers {@code PATCH}. */
    @PATCH
    @Path(ANY)
    public Response patch(InputStream body) {
        return answer(body);
    }

    /** Answers {@code GET}, and methods that JAX-RS has no name for. */
    @GET
    @Path(ANY)
    public Response get() {
        return answer(null);
    }

    /** Answers {@code HEAD}. */
    @HEAD
    @Path(ANY)
    public Response head() {
        return answer(null);
    }

    /** Answers {@code DELETE}. */
    @DELETE
    @Path(ANY)
    public Response delete() {
        return answer(null);
    }

    /** Answers {@code OPTIONS}. */
    @OPTIONS
    @Path(ANY)
    public Response options() {
        return answer(null);
    }

    private Response answer(InputStream body) {
        return funnel.flatMap(one -> one.answer(body)).orElseThrow(NotFoundException::new);
    }
}
