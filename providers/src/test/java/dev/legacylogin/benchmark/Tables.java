package dev.legacylogin.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured, as tables in Markdown. */
final class Tables {

    private Tables() {}

    /** A table for each group of pairs. */
    static String of(List<Result> results) {
        return results.stream()
                .map(result -> result.pair().group())
                .distinct()
                .map(group -> table(
                        group,
                        results.stream()
                                .filter(result -> result.pair().group().equals(group))
                                .toList()))
                .collect(Collectors.joining());
    }

    private static String table(String group, List<Result> results) {
        return "### " + group + "\n\n"
                + "| | against | throughput | CPU | p50 | p99 | a second | CPU ms | p50 ms | p99 ms |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n"
                + results.stream().map(Tables::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(Result result) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        result.pair().name(),
                        result.pair().beside(),
                        ratio(result, Slice::throughput),
                        ratio(result, Slice::cpuMillis),
                        ratio(result, Slice::p50),
                        ratio(result, Slice::p99),
                        number("%.0f", result.of(Slice::throughput).median()),
                        number("%.2f", result.of(Slice::cpuMillis).median()),
                        number("%.1f", result.of(Slice::p50).median()),
                        number("%.1f", result.of(Slice::p99).median()));
    }

    private static String ratio(Result result, ToDoubleFunction<Slice> figure) {
        return spread("%.2f", result.ratio(figure));
    }

    private static String spread(String format, Spread spread) {
        return "%s (%s to %s)"
                .formatted(
                        number(format, spread.median()), number(format, spread.low()), number(format, spread.high()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** Builds and starts, in seconds, and the jar's size in bytes. */
    static String of(Starts starts, long jarBytes) {
        return "### Build and start\n\n"
                + String.format(Locale.ROOT, "The jar has %,d bytes.\n\n", jarBytes)
                + "| seconds | with the jar | without | difference |\n|---|---|---|---|\n"
                + row("`kc.sh build`", starts.builds())
                + row("`kc.sh start --optimized`", starts.starts())
                + "\n";
    }

    private static String row(String name, List<Starts.Seconds> seconds) {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        spread("%.2f", Spread.of(seconds, Starts.Seconds::with)),
                        spread("%.2f", Spread.of(seconds, Starts.Seconds::without)),
                        spread("%.2f", Spread.of(seconds, time -> time.with() - time.without())));
    }

    /** Mixed traffic, a row for each tenth of the time. */
    static String of(Wear wear, int minutes) {
        StringBuilder table = new StringBuilder("### Mixed traffic for %d minutes\n\n".formatted(minutes))
                .append(
                        "| tenth | a second | p50 ms | p99 ms | heap MB after a collection | threads | connections to the"
                                + " database in use |\n|---|---|---|---|---|---|---|\n");
        for (int i = 0; i < wear.tenths().size(); i++) {
            Wear.Tenth tenth = wear.tenths().get(i);
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %.1f | %.1f | %.0f | %.0f | %.0f |\n",
                    i + 1,
                    tenth.slice().throughput(),
                    tenth.slice().p50(),
                    tenth.slice().p99(),
                    tenth.heapMegabytes(),
                    tenth.threads(),
                    tenth.databaseConnections()));
        }
        return table.append('\n').toString();
    }
}
