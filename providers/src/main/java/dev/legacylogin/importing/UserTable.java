package dev.legacylogin.importing;

import java.time.ZoneId;
import java.util.List;
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

    /** The columns that a file must have: of each list one, whose name depends on the old system's version. */
    List<List<String>> required();

    /**
     * Refuses a file that is another table.
     *
     * @param columns of the file
     * @throws IllegalArgumentException with a sentence for the caller
     */
    default void require(Set<String> columns) {
        required().stream()
                .filter(names -> names.stream().noneMatch(columns::contains))
                .findFirst()
                .ifPresent(names -> {
                    throw new IllegalArgumentException("The file has no column " + String.join(" or ", names)
                            + ": it is another table, or its header is missing.");
                });
    }
}
