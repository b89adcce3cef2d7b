package dev.legacylogin.fusio;

import dev.legacylogin.importing.OldUser;
import dev.legacylogin.importing.OldUserBuilder;
import dev.legacylogin.importing.RefusedRowException;
import dev.legacylogin.importing.Row;
import dev.legacylogin.importing.UserTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Fusio's table {@code fusio_user}, of fusio-impl 1.0 to 8.8. The status 0 is a consumer's up to 4.x, and that of somebody
 * who was deleted from 5.0 on, which has the column {@code role_id}; up to 4.x there is {@code provider}. Who came by
 * another provider, or has an {@code identity_id}, could not log in with a password, and cannot do so now.
 */
final class FusioUsers implements UserTable {
    private static final String NAME = "name";
    private static final String STATUS = "status";
    private static final String ROLE = "role_id";
    private static final String PROVIDER = "provider";

    /** Fusio itself. */
    private static final String SYSTEM = "1";

    /** Up to 4.x: consumer and administrator. */
    private static final Set<Integer> OLD_STATUS = Set.of(0, 1);

    private static final Set<Integer> STATUS_SINCE_5 = Set.of(1);

    @Override
    public List<List<String>> required() {
        return List.of(List.of(NAME), List.of(STATUS), List.of(ROLE, PROVIDER));
    }

    @Override
    public OldUser read(Row row, ZoneId zone) throws RefusedRowException {
        int status = row.integer(STATUS).orElseThrow(() -> row.refused(STATUS, "There is no status."));
        if (!row.has(ROLE) && !row.has(PROVIDER)) {
            throw row.refused(STATUS, "Without role_id or provider it is not known of which version it is.");
        }
        OldUserBuilder user = new OldUserBuilder(row, zone, NAME)
                .id("id")
                .email("email")
                .enabled((row.has(ROLE) ? STATUS_SINCE_5 : OLD_STATUS).contains(status))
                .created("date");
        return (isLocal(row) ? user.hash("password") : user).build();
    }

    private static boolean isLocal(Row row) throws RefusedRowException {
        return row.text(PROVIDER).orElse(SYSTEM).equals(SYSTEM)
                && row.text("identity_id").isEmpty();
    }
}
