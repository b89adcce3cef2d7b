package dev.legacylogin.described;

/**
 * Where something stands in a description. Its text is made when it is asked for: a name may be as long as the description,
 * and each of thousands of parts stands somewhere.
 */
final class Place {
    /** The whole description. */
    static final Place WHOLE = new Place(null, "");

    private static final int MAX_LENGTH = 200;

    private final Place outer;
    private final String step;

    /**
     * @param outer where what it is in stands
     * @param step from there, such as {@code .body} or {@code [1]}
     */
    Place(Place outer, String step) {
        this.outer = outer;
        this.step = step;
    }

    /** Such as {@code endpoints[1].success.body}. */
    @Override
    public String toString() {
        if (outer == null) {
            return "description";
        }
        String text = outer == WHOLE ? step.replaceFirst("^\\.", "") : outer + step;
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text;
    }
}
