package dev.legacylogin.importing;

/** What does not keep a user from being created, and an admin must know. Counted in the summary. */
enum Warning {
    PROFILE_INCOMPLETE(
            "Lack a field that the realm's user profile demands, and will be refused at their logins: make the field "
                    + "optional in Realm settings, User profile, or fill it in."),
    ATTRIBUTES_DROPPED(
            "Have legacy fields that the realm's user profile does not know while unmanaged attributes are off, so that "
                    + "these fields do not come along: merge user-profile.json into the profile first. Where they are "
                    + "imported already, take that import back."),
    WITHOUT_PASSWORD("Have no password in the file: they need a new one before they can log in."),
    WEAK_HASH(
            "Have a hash that is guessed fast. Keycloak replaces it at the first login; until then keep the file safe."),
    SAME_PERSON("Have the legacy_id of an earlier row: several logins of one person.");

    private final String action;

    Warning(String action) {
        this.action = action;
    }

    String action() {
        return action;
    }
}
