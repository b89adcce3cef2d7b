package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Json;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.util.Optional;

/** Lets the fuzz tests render the user of page 001. */
public final class PocketbaseFields {
    private PocketbaseFields() {}

    /** The user as the page shows it. */
    public static byte[] render(LegacyUser user) {
        return Json.write(PocketbaseRecord.of(user));
    }

    /** The cookie that holds these tokens and the user. */
    public static Optional<String> cookie(Tokens tokens, LegacyUser user) {
        return PocketbaseCookie.header(tokens, PocketbaseRecord.of(user), true);
    }
}
