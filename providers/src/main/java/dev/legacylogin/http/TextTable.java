package dev.legacylogin.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows as aligned columns, for people at a terminal. */
public final class TextTable {
    private TextTable() {}

    /**
     * The table, with a line feed behind each line.
     *
     * @param cells rows of the same number of cells; the first may be the header. A control character, which could make
     *     a line of its own, is shown as ?
     */
    public static String of(List<List<String>> cells) {
        List<List<String>> rows = cells.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replaceAll("\\p{Cntrl}", "?"))
                        .toList())
                .toList();
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        Stream<String> lines = rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing());
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }
}
