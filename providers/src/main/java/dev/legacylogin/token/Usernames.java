package dev.legacylogin.token;

import java.nio.charset.StandardCharsets;

/** What cannot be the name or e-mail of a Keycloak user, and must not get into its events, log and database. */
public final class Usernames {
    /** Stands for such a name. No user of Keycloak can have this one either: its characters are prohibited in names. */
    static final String IMPOSSIBLE = "<impossible username>";

    /** The length of Keycloak's column. */
    private static final int MAX_LENGTH = 255;

    private Usernames() {}

    /**
     * Could there be such a user? Not with control characters, which Keycloak 26.0 writes into events and log as they
     * are, nor with half of a surrogate pair, which databases refuse.
     */
    public static boolean possible(String username) {
        return username.length() <= MAX_LENGTH
                && username.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(username);
    }
}
