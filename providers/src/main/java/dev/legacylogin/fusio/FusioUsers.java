package dev.legacylogin.fusio;

import dev.legacylogin.importing.OldUser;
import dev.legacylogin.importing.OldUserBuilder;
import dev.legacylogin.importing.RefusedRowException;
import dev.legacylogin.importing.Row;
import dev.legacylogin.importing.UserTable;
import java.time.ZoneId;
import java.util.Set;

/**
 * Fusio's table {@code fusio_user}, of fusio-impl 1.0 to 8.8. The status 0 is a consumer's up to 4.x, and that of somebody
 * who was deleted from 5.0 on, which has the column {@code role_id}.
 */
final class FusioUsers implements UserTable {
    private static final String NAME = "name";
    private static final String STATUS = "status";

    /** Up to 4.x: consumer and administrator. */
    private static final Set<Integer> OLD_STATUS = Set.of(0, 1);

    private static final Set<Integer> STATUS_SINCE_5 = Set.of(1);

    @Override
    public void require(Set<String> columns) {
        UserTable.requireOneOf(columns, NAME);
        UserTable.requireOneOf(columns, STATUS);
    }

    @Override
    public OldUser read(Row row, ZoneId zone) throws RefusedRowException {
        int status = row.integer(STATUS).orElseThrow(() -> row.refused(STATUS, "There is no status."));
        return new OldUserBuilder(row, zone, NAME)
                .id("id")
                .email("email")
                .enabled((row.has("role_id") ? STATUS_SINCE_5 : OLD_STATUS).contains(status))
                .created("date")
                .hash("password")
                .build();
    }
}
