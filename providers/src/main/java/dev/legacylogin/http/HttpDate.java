package dev.legacylogin.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as HTTP headers write it: IMF-fixdate (RFC 9110, section 5.6.7). */
public final class HttpDate {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    /** For instance {@code Sun, 31 Jan 2027 00:00:00 GMT}. */
    public static String of(Instant time) {
        return IMF_FIXDATE.format(time);
    }
}
