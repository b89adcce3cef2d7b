package dev.legacylogin.importing;

import dev.legacylogin.hash.OldHash;
import java.util.Optional;
import java.util.Set;

/**
 * A row that could be a user: all that can be known without the realm has been looked at.
 *
 * @param row counted from 1
 * @param user as the old system had him
 * @param hash of his password, or empty
 * @param warnings so far
 */
record Candidate(int row, OldUser user, Optional<OldHash> hash, Set<Warning> warnings) implements Entry {
    Verdict refused(String field, String reason) {
        return Verdict.refused(row, user.username(), field, reason);
    }

    Verdict verdict(Verdict.Kind kind, Set<Warning> all) {
        return new Verdict(row, user.username(), kind, hash.map(OldHash::family).orElse(null), null, null, all);
    }
}
