package dev.legacylogin.importing;

import dev.legacylogin.http.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An import in words. */
final class ImportText {
    private ImportText() {}

    /** Why a row was refused. */
    static String refused(Verdict verdict) {
        return "row " + verdict.row()
                + (verdict.username() == null ? "" : " (" + printable(verdict.username()) + ")")
                + (verdict.field() == null ? "" : ", " + printable(verdict.field()))
                + ": " + printable(verdict.reason());
    }

    /** How far it is. */
    static String progress(Summary soFar) {
        return String.format(
                Locale.ROOT,
                "%d rows: %d created, %d exist, %d refused, %.0f s",
                soFar.rows(),
                soFar.created(),
                soFar.exists(),
                soFar.refused(),
                soFar.seconds());
    }

    /** All figures. */
    static String table(Summary summary) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("import", summary.id(), ""));
        add(rows, "rows", summary.rows(), "");
        add(rows, "created", summary.created(), "");
        add(rows, "exists", summary.exists(), "");
        add(rows, "refused", summary.refused(), "");
        summary.hashes().forEach((family, users) -> add(rows, "hash " + family, users, ""));
        summary.warnings().forEach((warning, warned) -> add(rows, warning, warned.users(), warned.action()));
        rows.add(List.of("seconds", String.valueOf(summary.seconds()), ""));
        if (summary.brokenOff() != null) {
            rows.add(List.of("BROKEN OFF", summary.brokenOff(), ""));
        }
        return "\n" + TextTable.of(rows);
    }

    private static void add(List<List<String>> rows, String name, int count, String text) {
        rows.add(List.of(name, String.valueOf(count), text));
    }

    /** What comes from the file must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
