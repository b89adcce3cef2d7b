package dev.legacylogin.importing;

import java.time.ZoneId;
import java.util.Set;

/** What the columns of an old system's table of users mean. */
public interface UserTable {
    /**
     * The user in a row.
     *
     * @param zone of dates that name none
     * @throws RefusedRowException where it lacks a name, or has a value that cannot be read
     */
    OldUser read(Row row, ZoneId zone) throws RefusedRowException;

    /**
     * Refuses a file that is another table.
     *
     * @param columns of the file
     * @throws IllegalArgumentException with a sentence for the caller
     */
    void require(Set<String> columns);

    /** For {@link #require}: one of these columns must be there. */
    static void requireOneOf(Set<String> columns, String... names) {
        if (Set.of(names).stream().noneMatch(columns::contains)) {
            throw new IllegalArgumentException("The file has no column " + String.join(" or ", names)
                    + ": it is another table, or its header is missing.");
        }
    }
}
