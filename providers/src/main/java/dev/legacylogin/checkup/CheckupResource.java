package dev.legacylogin.checkup;

import dev.legacylogin.http.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** {@code GET /admin/realms/REALM/legacy-login}. Whoever makes it has checked that the caller may see clients. */
public final class CheckupResource {
    private final Supplier<Report> report;

    /** Answers with this report, made when it is asked for. */
    public CheckupResource(Supplier<Report> report) {
        this.report = report;
    }

    /** The report as JSON. */
    @GET
    @Produces("application/json;qs=1.0")
    public Response json() {
        return answer(Json.write(report.get()), "application/json");
    }

    /** The report as tables, for {@code Accept: text/plain}. */
    @GET
    @Produces("text/plain;qs=0.5")
    public Response text() {
        return answer(TextReport.of(report.get()), "text/plain;charset=UTF-8");
    }

    private static Response answer(Object entity, String type) {
        return Response.ok(entity, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
