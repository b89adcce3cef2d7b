package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.MeasuredServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How fast it is, side by side: {@code mvn verify -Pbenchmark}. docs/performance.md says what is measured and what the
 * figures mean. No figure makes it fail; an answer with another status than the expected one does.
 */
class BenchmarkIT {

    private final Options options = Options.ofBuild();
    private final String machine = Machine.inWords();
    private final Measurement measurement = new Measurement(options);
    private final List<Result> results = new ArrayList<>();
    private final StringBuilder more = new StringBuilder();

    @Test
    void sideBySide() throws IOException {
        try (MeasuredServer server = MeasuredServer.start()) {
            Target target = new Target(server.uri(), server::cpuTime);
            Plan plan = new Plan(target, MeasuredRealm.withOneRound());
            results.addAll(comparePairs(plan));
            if (options.has("realms")) {
                results.addAll(
                        measurement.of(plan.large().realms(options.realms()).toList()));
            }
            if (options.has("wear")) {
                more.append(Tables.of(Wear.of(plan.mixed(), server, options), options.minutes()));
            }
            if (options.has("starts")) {
                server.stop();
                more.append(Tables.of(Starts.of(server, options.starts()), Files.size(server.jar())));
            }
            new Report().write("Keycloak " + server.version() + ", " + machine, results, more.toString());
        }
        assertThat(results.isEmpty() && more.isEmpty())
                .as("nothing is called " + options.only())
                .isFalse();
    }

    private List<Result> comparePairs(Plan plan) {
        try (TranslatorProcess translator = TranslatorProcess.before(plan.target(), plan.oneRound())) {
            List<Pair> pairs = new ArrayList<>();
            add(pairs, "logins", plan::logins);
            add(pairs, "refreshes", plan::refreshes);
            add(pairs, "fields", plan::fields);
            add(pairs, "translator", () -> plan.translated(translator));
            add(pairs, "refusals", plan::refusals);
            add(pairs, "root", plan::rootPaths);
            add(pairs, "described", plan::described);
            add(pairs, "large", () -> plan.large().all(options));
            return pairs.isEmpty() ? List.of() : measurement.of(pairs);
        }
    }

    private void add(List<Pair> pairs, String part, Supplier<Stream<Pair>> planned) {
        if (options.has(part)) {
            planned.get().forEach(pairs::add);
        }
    }
}
