package dev.legacylogin.sphinx;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.legacylogin.http.Fault;
import java.util.Locale;

/**
 * A failure.
 *
 * @param code the HTTP status, never 0
 * @param redirect where the old application goes from here, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SphinxError(int code, String error, String desc, String redirect) {

    static SphinxError of(int code, String error, String desc) {
        return new SphinxError(code, error, desc, null);
    }

    static SphinxError of(Fault fault) {
        return of(fault.status(), fault.name().toLowerCase(Locale.ROOT), fault.message());
    }
}
