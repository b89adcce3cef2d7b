package dev.legacylogin.admin;

import dev.legacylogin.Shapes;
import dev.legacylogin.http.Json;
import dev.legacylogin.importing.ImportOptions;
import dev.legacylogin.importing.ImportReport;
import dev.legacylogin.importing.Imports;
import dev.legacylogin.importing.RealmRules;
import dev.legacylogin.importing.Rows;
import dev.legacylogin.settings.ServerOptions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code /admin/realms/REALM/legacy-login/users}. One method for all forms of an answer: see {@link Accepted}. */
public final class UsersApi {
    private static final String NDJSON = "application/x-ndjson";

    private static final List<Map.Entry<MediaType, ImportReport>> REPORTS = List.of(
            Map.entry(MediaType.valueOf(NDJSON), ImportReport.NDJSON),
            Map.entry(MediaType.APPLICATION_JSON_TYPE, ImportReport.NDJSON), // what kcadm.sh accepts
            Map.entry(MediaType.TEXT_PLAIN_TYPE, ImportReport.TEXT));

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Permissions permissions;
    private final AdminEventBuilder events;

    UsersApi(KeycloakSession session, RealmModel realm, Permissions permissions, AdminEventBuilder events) {
        this.session = session;
        this.realm = realm;
        this.permissions = permissions;
        this.events = events;
    }

    /**
     * Imports users of the old system, as docs/users.md has it. Answers while it reads; a caller who sends all before he
     * reads may do so up to a million rows.
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({NDJSON, MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public Response importUsers(InputStream file) {
        permissions.requireViewUsers();
        ImportReport report = Accepted.of(headers(), REPORTS);
        try {
            ImportOptions options = ImportOptions.of(query(), Shapes.tables());
            if (!options.dryRun()) {
                permissions.requireManageUsers();
            }
            Rows rows = Rows.of(headers().getHeaderString(HttpHeaders.CONTENT_TYPE), file);
            rows.columns().ifPresent(options.table()::require);
            RealmRules rules = RealmRules.of(session, realm);
            session.getTransactionManager().commit(); // it would time out before the end of a large import
            return imports()
                    .begin(rules, rows, options, report, this::tellOfImport)
                    .map(running -> started(running, report))
                    .orElseGet(UsersApi::anotherOne);
        } catch (IllegalArgumentException e) {
            return error(Response.Status.BAD_REQUEST, e.getMessage());
        } catch (IOException e) {
            return error(Response.Status.BAD_REQUEST, "The file broke off on its way.");
        }
    }

    private static Response started(Imports.Running running, ImportReport report) {
        return Response.fromResponse(AdminApi.ok(running.rest(), report == ImportReport.TEXT ? AdminApi.TEXT : NDJSON))
                .header("Legacy-Login-Import", running.id())
                .build();
    }

    /** Takes the users of one import away again, but for those who have logged in or were changed since. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response removeUsers() {
        permissions.requireManageUsers();
        String id = query().getFirst("import");
        if (id == null || id.isEmpty()) {
            return error(Response.Status.BAD_REQUEST, "import must be the id of an import.");
        }
        session.getTransactionManager().commit();
        return imports()
                .remove(id, this::tellOfRemoval)
                .map(removed -> AdminApi.ok(Json.write(removed), MediaType.APPLICATION_JSON))
                .orElseGet(UsersApi::anotherOne);
    }

    private void tellOfImport(KeycloakSession own, Object figures) {
        tell(own, OperationType.CREATE, figures);
    }

    private void tellOfRemoval(KeycloakSession own, Object figures) {
        tell(own, OperationType.DELETE, figures);
    }

    /** The session of the request has done its work long ago. */
    private void tell(KeycloakSession own, OperationType operation, Object figures) {
        own.getContext().setRealm(own.realms().getRealm(realm.getId()));
        events.clone(own)
                .operation(operation)
                .resource(ResourceType.USER)
                .resourcePath(ServerOptions.PROVIDER, "users")
                .representation(figures)
                .success();
    }

    private Imports imports() {
        return new Imports(session.getKeycloakSessionFactory(), realm.getId());
    }

    private HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }

    private MultivaluedMap<String, String> query() {
        return session.getContext().getUri().getQueryParameters();
    }

    private static Response anotherOne() {
        return error(Response.Status.CONFLICT, "Another import of this realm is running.");
    }

    /** As Keycloak's admin API has it. */
    private static Response error(Response.Status status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Json.write(Map.of("errorMessage", message)))
                .build();
    }
}
