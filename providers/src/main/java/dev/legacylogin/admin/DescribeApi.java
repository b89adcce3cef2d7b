package dev.legacylogin.admin;

import dev.legacylogin.described.Trial;
import dev.legacylogin.http.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** {@code /admin/realms/REALM/legacy-login/describe}: what would come of a description, before a client has it. */
public final class DescribeApi {
    private final Permissions permissions;

    DescribeApi(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Its mistakes, or what its endpoints read and answer. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    public Response describe(InputStream description) throws IOException {
        permissions.requireViewClients();
        // a byte more than it may have, so that one which is too long is told
        String text = new String(description.readNBytes(Trial.MAX_BYTES + 1), StandardCharsets.UTF_8);
        // Keycloak 26.0 leaves the rest in the connection; the server's own limit is not far
        description.transferTo(OutputStream.nullOutputStream());
        return AdminApi.ok(Json.write(Trial.of(text)), MediaType.APPLICATION_JSON);
    }
}
