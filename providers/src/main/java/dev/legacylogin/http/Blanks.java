package dev.legacylogin.http;

/** Takes blanks away from the ends of a text, in one pass: a regular expression would look at long rows of them again and again. */
public final class Blanks {
    /** What PHP's {@code trim} takes away. */
    private static final String OF_PHP = " \t\n\r\0\u000B";

    private Blanks() {}

    /** At both ends, as PHP's {@code trim}. */
    public static String trimAsPhp(String text) {
        int start = 0;
        int end = end(text, OF_PHP);
        while (start < end && OF_PHP.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    /** Spaces, and nothing else, at the end. */
    public static String withoutSpacesBehind(String text) {
        return text.substring(0, end(text, " "));
    }

    private static int end(String text, String blanks) {
        int end = text.length();
        while (end > 0 && blanks.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
