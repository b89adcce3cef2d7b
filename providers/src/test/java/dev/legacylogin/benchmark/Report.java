package dev.legacylogin.benchmark;

import dev.legacylogin.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what was measured: every round (rounds.csv), and docs/performance.md and its picture with these figures, to be
 * copied over those that are there.
 */
final class Report {

    private static final Pattern FIGURES =
            Pattern.compile("(?<=<!-- figures -->\n\n).*(?=<!-- end of figures -->)", Pattern.DOTALL);

    private static final String ROUNDS = "group,pair,side,visits,seconds,cpu_ms,p50_ms,p99_ms\n";

    /** Beginnings of groups. */
    private static final List<String> IN_PICTURE = List.of("Logins", "Refreshes");

    private final Path directory = Path.of(System.getProperty("legacy.benchmark.results"));

    /**
     * Writes all of it.
     *
     * @param subject what was measured where
     * @param more tables of what is no pair
     */
    void write(String subject, List<Result> results, String more) {
        write("rounds.csv", ROUNDS + results.stream().flatMap(Report::rows).collect(Collectors.joining()));
        write(
                "images/performance.svg",
                Chart.of(results.stream().filter(Report::isInPicture).toList()));
        String told = "%s, %s.\n\n".formatted(subject, LocalDate.now(ZoneOffset.UTC));
        write("performance.md", page(told + Tables.of(results) + more));
        System.out.println("Written: " + directory);
    }

    private static boolean isInPicture(Result result) {
        return IN_PICTURE.stream().anyMatch(result.pair().group()::startsWith);
    }

    private String page(String figures) {
        Matcher place = FIGURES.matcher(Texts.file("docs/performance.md"));
        if (!place.find()) {
            throw new IllegalStateException("docs/performance.md has no place for the figures");
        }
        return place.replaceFirst(Matcher.quoteReplacement(figures));
    }

    private static Stream<String> rows(Result result) {
        Pair pair = result.pair();
        return result.rounds().stream()
                .flatMap(round ->
                        Stream.of(row(pair, pair.name(), round.visit()), row(pair, pair.beside(), round.base())));
    }

    private static String row(Pair pair, String side, Slice slice) {
        return String.format(
                Locale.ROOT,
                "\"%s\",\"%s\",\"%s\",%d,%.3f,%.3f,%.3f,%.3f\n",
                pair.group(),
                pair.name(),
                side,
                slice.latencies().length,
                slice.seconds(),
                slice.cpuMillis(),
                slice.p50(),
                slice.p99());
    }

    private void write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
