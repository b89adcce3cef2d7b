package dev.legacylogin.importing;

/** A row that cannot become a user. Nothing of its values is in it. */
public final class RefusedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int row;
    private final String field;

    /**
     * @param row counted from 1
     * @param field which column is to blame, or {@code null}
     * @param reason for the admin: a sentence
     */
    public RefusedRowException(int row, String field, String reason) {
        super(reason);
        this.row = row;
        this.field = field;
    }

    /** Counted from 1. */
    public int row() {
        return row;
    }

    /** Which column is to blame; {@code null} where none is. */
    public String field() {
        return field;
    }
}
