package dev.legacylogin.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Pairs, as tables in Markdown. */
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
                        result.name(),
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

    /** A median with its quartiles. */
    static String spread(String format, Spread spread) {
        return "%s (%s to %s)"
                .formatted(
                        number(format, spread.median()), number(format, spread.low()), number(format, spread.high()));
    }

    /** A number as it is written here, whatever the machine speaks. */
    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
