package dev.legacylogin.nomic;

import dev.legacylogin.importing.OldUser;
import dev.legacylogin.importing.OldUserBuilder;
import dev.legacylogin.importing.RefusedRowException;
import dev.legacylogin.importing.Row;
import dev.legacylogin.importing.UserTable;
import java.time.ZoneId;
import java.util.List;

/** NomicGameManager's tables {@code Credential} and {@code User}, joined by {@code userId}. */
final class NomicUsers implements UserTable {
    private static final String USERNAME = "username";

    @Override
    public List<List<String>> required() {
        return List.of(List.of(USERNAME));
    }

    @Override
    public OldUser read(Row row, ZoneId zone) throws RefusedRowException {
        return new OldUserBuilder(row, zone, USERNAME)
                .id("userId")
                .firstName("name")
                .hash("password")
                .build();
    }
}
