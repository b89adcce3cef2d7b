package dev.legacylogin.http;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the requests at a documented path carry, as the old API's framework reads it.
 *
 * @param read whether the body is read at all
 * @param also what is read besides JSON
 */
public record BodyType(boolean read, Set<Also> also) {
    /** Nothing that is read, whatever is sent. */
    public static final BodyType NONE = new BodyType(false, EnumSet.noneOf(Also.class));
    /** JSON, under any content type that says so, {@code text/plain} or none. */
    public static final BodyType JSON = new BodyType(true, EnumSet.noneOf(Also.class));

    /** What a framework may read besides. */
    public enum Also {
        /** {@code application/x-www-form-urlencoded}. */
        FORM,
        /** {@code multipart/form-data} (RFC 7578); files are dropped. */
        MULTIPART,
        /** A type that is neither of these nor XML is taken for JSON. */
        UNKNOWN_TYPES,
        /** The content type is not looked at: all is JSON. */
        ANY_TYPE,
        /** A byte order mark in front of JSON is skipped. */
        BYTE_ORDER_MARK
    }

    /** The same, and these too. */
    public BodyType and(Also... more) {
        Set<Also> all = EnumSet.copyOf(Set.of(more));
        all.addAll(also);
        return new BodyType(read, all);
    }

    boolean takes(Also what) {
        return also.contains(what);
    }
}
