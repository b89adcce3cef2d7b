package dev.legacylogin.checkup;

import dev.legacylogin.http.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /admin/realms/REALM/legacy-login}. Whoever makes it has checked that the caller may see clients. */
public final class CheckupResource {
    private final Supplier<Report> report;
    private final HttpHeaders headers;

    /**
     * @param report made when it is asked for
     * @param headers of the request
     */
    public CheckupResource(Supplier<Report> report, HttpHeaders headers) {
        this.report = report;
        this.headers = headers;
    }

    /**
     * The report as JSON, or as tables for {@code Accept: text/plain}. One method for both: where there are two, an
     * {@code Accept} that cannot be read is an error of the server's and not the 406 of the admin API.
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response get() {
        for (MediaType accepted : accepted()) { // the most wanted first
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return answer(Json.write(report.get()), MediaType.APPLICATION_JSON);
            }
            if (accepted.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
                return answer(TextReport.of(report.get()), "text/plain;charset=UTF-8");
            }
        }
        throw new NotAcceptableException();
    }

    private List<MediaType> accepted() {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw new NotAcceptableException();
        }
    }

    private static Response answer(Object entity, String type) {
        return Response.ok(entity, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
