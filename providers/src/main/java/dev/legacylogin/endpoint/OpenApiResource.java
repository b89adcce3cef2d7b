package dev.legacylogin.endpoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The OpenAPI document of the jar, {@code docs/openapi.yaml}. */
public final class OpenApiResource {
    private final byte[] document;

    OpenApiResource(byte[] document) {
        this.document = document;
    }

    /** The document, as YAML (RFC 9512) whatever the caller accepts. */
    @GET
    @Path("openapi")
    public Response openApi() {
        return Response.ok(document, "application/yaml")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
