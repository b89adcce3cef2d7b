package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Cookie;
import dev.legacylogin.http.Json;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.util.Map;
import java.util.Optional;

/** Lets the fuzz tests render the user of pocketbase. */
public final class PocketbaseFields {
    private PocketbaseFields() {}

    /** The user as the page shows it. */
    public static byte[] render(LegacyUser user) {
        return Json.write(PocketbaseRecord.of(user));
    }

    /** The cookie that holds these tokens and the user. */
    public static Optional<String> cookie(Tokens tokens, LegacyUser user) {
        return set(PocketbaseCookie.versions(tokens, PocketbaseRecord.of(user), true));
    }

    /** What is set of these versions of a cookie. */
    static Optional<String> set(Cookie... versions) {
        return Answer.empty(200).with(versions).headers().stream()
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
