package dev.legacylogin.described;

/**
 * What is wrong with a description.
 *
 * @param place where, such as {@code endpoints[1].success.body.user.id}
 * @param text what is wrong there, and what would be right
 */
public record Mistake(String place, String text) {
    /** Without control characters, which an import may bring in a name: they would forge lines of a report. */
    public Mistake {
        place = place.replaceAll("\\p{Cntrl}", "?");
        text = text.replaceAll("\\p{Cntrl}", "?");
    }

    /** As it is told to an admin. */
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
