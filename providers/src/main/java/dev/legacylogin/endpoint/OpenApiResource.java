package dev.legacylogin.endpoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An OpenAPI document, of one type whatever the caller accepts. */
public final class OpenApiResource {
    private final byte[] document;
    private final String type;

    /**
     * @param document the document
     * @param type its content type
     */
    OpenApiResource(byte[] document, String type) {
        this.document = document;
        this.type = type;
    }

    /** The document. */
    @GET
    @Path("openapi")
    public Response openApi() {
        return Response.ok(document, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
