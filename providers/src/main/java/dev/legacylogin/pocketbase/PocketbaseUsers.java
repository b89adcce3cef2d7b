package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Json;
import dev.legacylogin.importing.OldUser;
import dev.legacylogin.importing.OldUserBuilder;
import dev.legacylogin.importing.RefusedRowException;
import dev.legacylogin.importing.Row;
import dev.legacylogin.importing.UserTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PocketBase's table {@code users} with what wanderer adds: up to 0.22, where the hash is in {@code passwordHash}, and from
 * 0.23 on, where it is in {@code password} and a user without a name is known by his address.
 */
final class PocketbaseUsers implements UserTable {
    private static final String USERNAME = "username";
    private static final String EMAIL = "email";
    private static final String LOCATION = "location";

    @Override
    public List<List<String>> required() {
        return List.of(List.of(USERNAME, EMAIL), List.of("passwordHash", "password"));
    }

    @Override
    public OldUser read(Row row, ZoneId zone) throws RefusedRowException {
        OldUserBuilder user = new OldUserBuilder(row, zone, USERNAME, EMAIL)
                .id("id")
                .email(EMAIL)
                .emailVerified("verified")
                .created("created")
                .hash("passwordHash", "password")
                .attributes("avatar", "language", "token", "unit")
                .flag("emailVisibility")
                .utcMillis("created")
                .utcMillis("updated");
        Row location = location(row);
        for (String member : Set.of("lat", "lon", "name")) {
            user.value(LOCATION + "." + member, location.text(member).orElse(null));
        }
        return user.build();
    }

    /** It is a JSON object, or a text that holds one. */
    private static Row location(Row row) throws RefusedRowException {
        Optional<String> text = row.text(LOCATION).filter(value -> !value.equals("null"));
        if (text.isEmpty()) {
            return new Row(row.number(), Map.of());
        }
        return Json.parseObject(text.get())
                .map(object -> Row.of(row.number(), object))
                .orElseThrow(() -> row.refused(LOCATION, "It is no JSON object."));
    }
}
