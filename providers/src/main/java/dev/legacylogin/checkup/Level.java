package dev.legacylogin.checkup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding matters. */
public enum Level {
    /** Somebody cannot log in, refresh or renew, or an answer tells what it must not. */
    ERROR,
    /** It works, but less safely than it could, or otherwise than the page says. */
    WARNING,
    /** To know. */
    INFO;

    /** As in the report: in lower case. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
