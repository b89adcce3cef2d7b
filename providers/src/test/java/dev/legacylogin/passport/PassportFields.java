package dev.legacylogin.passport;

import dev.legacylogin.http.Json;
import dev.legacylogin.user.LegacyUser;

/** Lets the fuzz tests render the user of passport. */
public final class PassportFields {
    private PassportFields() {}

    /** The user as the page shows it. */
    public static byte[] render(LegacyUser user) {
        return Json.write(PassportUser.of(user));
    }
}
