package dev.legacylogin.admin;

import dev.legacylogin.checkup.Checkup;
import dev.legacylogin.checkup.Report;
import dev.legacylogin.checkup.TextReport;
import dev.legacylogin.http.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code /admin/realms/REALM/legacy-login}. One method for all forms of an answer: see {@link Accepted}. */
public final class AdminApi {
    static final String TEXT = "text/plain;charset=UTF-8";

    private static final List<Map.Entry<MediaType, Function<Report, Response>>> CHECKUPS = List.of(
            Map.entry(MediaType.APPLICATION_JSON_TYPE, report -> ok(Json.write(report), MediaType.APPLICATION_JSON)),
            Map.entry(MediaType.TEXT_PLAIN_TYPE, report -> ok(TextReport.of(report), TEXT)));

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Permissions permissions;
    private final AdminEventBuilder events;

    AdminApi(KeycloakSession session, RealmModel realm, Permissions permissions, AdminEventBuilder events) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.events = events;
    }

    /** The check-up, as JSON or as tables. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response checkup() {
        permissions.requireViewClients();
        return Accepted.of(headers(), CHECKUPS).apply(new Checkup(session, realm).report());
    }

    /** Tries a description of an API out. */
    @Path("describe")
    public DescribeApi describe() {
        return new DescribeApi(permissions);
    }

    /** The users of the old system. */
    @Path("users")
    public UsersApi users() {
        return new UsersApi(session, realm, permissions, events);
    }

    private HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }

    /** An answer that nobody stores. */
    static Response ok(Object entity, String type) {
        return Response.ok(entity, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
