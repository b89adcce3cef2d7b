package dev.legacylogin.http;

import java.net.URI;
import java.net.URISyntaxException;

/** One segment of a URL's path (RFC 3986, section 3.3). */
public final class PathSegment {
    private PathSegment() {}

    /** A text, such as the name of a realm, as it stands in a URL: escaped where it must be. It has no slash. */
    public static String of(String text) {
        try {
            return new URI(null, null, "/" + text, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every absolute path is a URI once it is escaped", e);
        }
    }
}
