package dev.legacylogin.passport;

import dev.legacylogin.importing.OldUser;
import dev.legacylogin.importing.OldUserBuilder;
import dev.legacylogin.importing.RefusedRowException;
import dev.legacylogin.importing.Row;
import dev.legacylogin.importing.UserTable;
import java.time.ZoneId;
import java.util.List;

/**
 * hpo-v2's table {@code users}. Its login does not look at {@code is_active}, so that everybody may log in. Its answers
 * have dates as the clock on its wall had them.
 */
final class PassportUsers implements UserTable {
    private static final String USERNAME = "username";

    @Override
    public List<List<String>> required() {
        return List.of(List.of(USERNAME));
    }

    @Override
    public OldUser read(Row row, ZoneId zone) throws RefusedRowException {
        return new OldUserBuilder(row, zone, USERNAME)
                .id("id")
                .email("email")
                .firstName("first_name")
                .lastName("last_name")
                .created("created_at")
                .hash("password")
                .attributes(
                        "code",
                        "global_prefix",
                        "role",
                        "api_token",
                        "contact_number",
                        "business_name",
                        "business_address",
                        "is_active")
                .wallClock("created_at")
                .wallClock("updated_at")
                .build();
    }
}
