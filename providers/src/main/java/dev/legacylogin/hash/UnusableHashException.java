package dev.legacylogin.hash;

/** A text that no login could be verified with. The message says why, for an admin; nothing of the text is in it. */
public class UnusableHashException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * With its reason.
     *
     * @param reason a sentence without its full stop
     */
    public UnusableHashException(String reason) {
        super(reason);
    }
}
