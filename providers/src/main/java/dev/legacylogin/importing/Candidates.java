package dev.legacylogin.importing;

import dev.legacylogin.hash.OldHash;
import dev.legacylogin.hash.UnusableHashException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the file on, row by row, and looks at all that can be known without the realm. */
final class Candidates {
    private static final String USERNAME = "username";
    private static final String EMAIL = "email";
    private static final String PASSWORD = "password";
    private static final String LEGACY_ID = "legacy_id";

    private final Rows rows;
    private final ImportOptions options;
    private final boolean emailsAreUnique;
    private final SeenInFile usernames = new SeenInFile();
    private final SeenInFile emails = new SeenInFile();
    private final SeenInFile legacyIds = new SeenInFile();

    Candidates(Rows rows, ImportOptions options, boolean emailsAreUnique) {
        this.rows = rows;
        this.options = options;
        this.emailsAreUnique = emailsAreUnique;
    }

    /**
     * The next row: a candidate, or why it is none. Empty at the end of the file.
     *
     * @throws IOException where the body breaks off
     */
    Optional<Entry> next() throws IOException {
        try {
            Row row = rows.next();
            return row == null
                    ? Optional.empty()
                    : Optional.of(entry(row.number(), options.table().read(row, options.zone())));
        } catch (RefusedRowException e) {
            return Optional.of(Verdict.refused(e.row(), null, e.field(), e.getMessage()));
        }
    }

    private Entry entry(int row, OldUser user) {
        Optional<OldHash> hash = Optional.empty();
        if (user.hash() != null) {
            try {
                hash = Optional.of(OldHash.read(user.hash()));
            } catch (UnusableHashException e) {
                return Verdict.refused(row, user.username(), PASSWORD, e.getMessage() + ".");
            }
        } else if (!options.withoutPassword()) {
            return Verdict.refused(row, user.username(), PASSWORD, "There is no password.");
        }
        OptionalInt earlier = usernames.before(user.username(), row);
        if (earlier.isPresent()) {
            return taken(row, user, USERNAME, earlier.getAsInt());
        }
        if (emailsAreUnique && user.email() != null) {
            earlier = emails.before(user.email(), row);
            if (earlier.isPresent()) {
                return taken(row, user, EMAIL, earlier.getAsInt());
            }
        }
        return new Candidate(row, user, hash, warnings(row, user, hash));
    }

    private static Verdict taken(int row, OldUser user, String field, int earlier) {
        return Verdict.refused(row, user.username(), field, "Row " + earlier + " of this file has it too.");
    }

    private Set<Warning> warnings(int row, OldUser user, Optional<OldHash> hash) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (hash.isEmpty()) {
            warnings.add(Warning.WITHOUT_PASSWORD);
        }
        if (hash.filter(OldHash::weak).isPresent()) {
            warnings.add(Warning.WEAK_HASH);
        }
        String id = user.attributes().get(LEGACY_ID);
        if (id != null && legacyIds.before(id, row).isPresent()) {
            warnings.add(Warning.SAME_PERSON);
        }
        return warnings;
    }
}
