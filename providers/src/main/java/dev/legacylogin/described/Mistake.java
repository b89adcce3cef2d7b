package dev.legacylogin.described;

/**
 * What is wrong with a description.
 *
 * @param place where, such as {@code endpoints[1].success.body.user.id}
 * @param text what is wrong there, and what would be right
 */
public record Mistake(String place, String text) {
    /** Without control characters and halves of surrogate pairs: a name may have them, and forge lines of a report. */
    public Mistake {
        place = place.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        text = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    /** As it is told to an admin. */
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
