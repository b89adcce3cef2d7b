package dev.legacylogin.endpoint;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.HttpDate;
import dev.legacylogin.settings.Sunset;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Endpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes the response of an answer, with the headers that every answer of an endpoint carries.
 *
 * @param endpoint the documented path
 * @param cors whether a page may read it
 * @param sunset the day on which the old API ends, or empty
 */
record Rendering(Endpoint endpoint, Cors cors, Optional<Sunset> sunset) {
    private static final String DEPRECATION = "Deprecation";
    private static final String SUNSET = "Sunset";

    /** An answer without a body, where nothing is left of what an answer needs. */
    static Response bare(int status) {
        return protectedAnswer(status).build();
    }

    /** The response of a preflight. */
    Response preflight(Call call) {
        ResponseBuilder response = withSunset(200).header(HttpHeaders.ALLOW, allowedMethods());
        cors.preflightHeaders(allowedMethods(), call).forEach(response::header);
        return response.build();
    }

    /** The response of any other answer. */
    Response of(Answer answer) {
        ResponseBuilder response = withSunset(answer.status());
        if (answer.body() != null) {
            response.entity(answer.body()).type(answer.type());
        }
        if (answer.status() == Fault.METHOD_NOT_ALLOWED.status()) {
            response.header(HttpHeaders.ALLOW, allowedMethods());
        }
        answer.headers().forEach(header -> response.header(header.getKey(), header.getValue()));
        List<String> exposed = new ArrayList<>(endpoint.exposedHeaders());
        sunset.ifPresent(ending -> exposed.addAll(List.of(DEPRECATION, SUNSET)));
        cors.headers(exposed).forEach(response::header);
        return response.build();
    }

    /** By RFC 9745 and RFC 8594. */
    private ResponseBuilder withSunset(int status) {
        ResponseBuilder response = protectedAnswer(status);
        sunset.ifPresent(ending -> response.header(
                        DEPRECATION, "@" + Sunset.DEPRECATED.toEpochSecond(LocalTime.MIN, ZoneOffset.UTC))
                .header(SUNSET, HttpDate.of(ending.begin())));
        return response;
    }

    private static ResponseBuilder protectedAnswer(int status) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    private String allowedMethods() {
        TreeSet<String> methods = new TreeSet<>(endpoint.operations().keySet());
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
