package dev.legacylogin.endpoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** An OpenAPI document, of one type whatever the caller accepts. */
public final class OpenApiResource {
    private final Supplier<byte[]> document;
    private final String type;

    /**
     * @param document makes the document, where it is asked for
     * @param type its content type
     */
    OpenApiResource(Supplier<byte[]> document, String type) {
        this.document = document;
        this.type = type;
    }

    /** The document. */
    @GET
    @Path("openapi")
    public Response openApi() {
        return Response.ok(document.get(), type)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
