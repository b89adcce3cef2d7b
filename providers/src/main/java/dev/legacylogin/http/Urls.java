package dev.legacylogin.http;

import java.net.URI;
import java.net.URISyntaxException;

/** URLs and their parts (RFC 3986). */
public final class Urls {
    private Urls() {}

    /**
     * The URL of what stands below another.
     *
     * @param base with or without a slash at its end
     * @param path as it stands in a URL, with a slash in front
     */
    public static String below(URI base, String path) {
        String above = base.toString();
        return (above.endsWith("/") ? above.substring(0, above.length() - 1) : above) + path;
    }

    /** One segment of a path: a text without a slash, such as a realm's name, escaped as it must be in a URL. */
    public static String segment(String text) {
        try {
            return new URI(null, null, "/" + text, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every absolute path is a URI once it is escaped", e);
        }
    }
}
