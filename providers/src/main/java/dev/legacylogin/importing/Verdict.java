package dev.legacylogin.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * What became of a row.
 *
 * @param row counted from 1, without the CSV's header
 * @param username as the row has it; {@code null} where it has none that can be read
 * @param verdict what became of it
 * @param hash the family of the password's hash; {@code null} without one
 * @param reason why it was refused, in words; {@code null} where it was not
 * @param field which of its fields is to blame; {@code null} where none is
 * @param warnings what will be in the user's way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"row", "username", "verdict", "hash", "reason", "field"})
record Verdict(
        int row,
        String username,
        Kind verdict,
        String hash,
        String reason,
        String field,
        @JsonIgnore Set<Warning> warnings)
        implements Entry {

    /** What can become of a row. */
    enum Kind {
        /** A user was created, or would have been in a dry run. */
        CREATED,
        /** The realm has a user of that name, who stays as he is. */
        EXISTS,
        /** Nobody was created. */
        REFUSED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verdict refused(int row, String username, String field, String reason) {
        return new Verdict(row, username, Kind.REFUSED, null, reason, field, Set.of());
    }
}
