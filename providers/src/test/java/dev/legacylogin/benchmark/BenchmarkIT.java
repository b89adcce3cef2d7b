package dev.legacylogin.benchmark;

import dev.legacylogin.server.MeasuredServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How fast it is, side by side: {@code mvn verify -Pbenchmark}. docs/performance.md says what is measured and what the
 * figures mean. No figure makes it fail; an answer with another status than the expected one does. After each part, what
 * there is so far is written.
 */
class BenchmarkIT {

    /** The part that needs a server of its own. */
    private static final String STARTS = "starts";

    /** The part that needs a process of its own. */
    private static final String TRANSLATOR = "translator";

    /** In slices: how long the server is warmed up before the first part. */
    private static final int WARM_UP = 60;

    private final Options options = Options.ofBuild();
    private final String machine = Machine.inWords();
    private final Measurement measurement = new Measurement(options);
    private final List<Result> results = new ArrayList<>();
    private final StringBuilder more = new StringBuilder();

    @Test
    void sideBySide() throws IOException {
        if (!options.only().equals(List.of(STARTS))) {
            try (MeasuredServer server = MeasuredServer.start()) {
                traffic(server);
            }
        }
        if (options.has(STARTS)) {
            try (MeasuredServer server = MeasuredServer.start()) { // whose database has nothing of the other parts
                server.stop();
                more.append(MoreTables.of(Starts.of(server, options.starts()), Files.size(server.jar())));
                write(server);
            }
        }
    }

    /** What counts most is first; what makes the server another one for all that follows is last. */
    private void traffic(MeasuredServer server) {
        Target target = new Target(server.uri(), server::cpuTime);
        Database database = new Database(server.database());
        Plan plan = new Plan(target, MeasuredRealm.withOneRound());
        Load.of(plan.eachLogin(), options.connections(), options.slice().multipliedBy(WARM_UP));
        pairs(server, "logins", plan::logins);
        pairs(server, "refreshes", plan::refreshes);
        pairs(server, "fields", plan::fields);
        if (options.has(TRANSLATOR)) {
            translator(server, plan);
        }
        pairs(server, "refusals", plan::refusals);
        pairs(server, "described", plan::described);
        pairs(server, "root", plan::rootPaths);
        table(server, "import", () -> MoreTables.of(Imports.of(target, options.imported(), options.rounds())));
        table(server, "wear", () -> MoreTables.of(Wear.of(server, target, database, options)));
        Large large = new Large(target, database);
        pairs(server, "large", () -> large.all(options));
        table(server, "large", () -> MoreTables.of(large.looks(options)));
        ManyRealms realms = new ManyRealms(target, plan.oneRound());
        pairs(server, "realms", () -> realms.one("few realms"));
        pairs(server, "realms", () -> realms.many(options.realms()));
    }

    private void translator(MeasuredServer server, Plan plan) {
        try (TranslatorProcess translator = TranslatorProcess.before(plan.target(), plan.oneRound())) {
            pairs(server, TRANSLATOR, () -> plan.translated(translator));
        }
    }

    private void pairs(MeasuredServer server, String part, Supplier<Stream<Pair>> planned) {
        part(server, part, () -> {
            long start = System.nanoTime();
            List<Pair> pairs = planned.get().toList();
            System.out.printf(
                    "Set up in %d s%n",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            results.addAll(measurement.of(pairs));
        });
    }

    private void table(MeasuredServer server, String part, Supplier<String> measured) {
        part(server, part, () -> more.append(measured.get()));
    }

    private void part(MeasuredServer server, String part, Runnable measure) {
        if (options.has(part)) {
            long start = System.nanoTime();
            measure.run();
            write(server);
            System.out.printf(
                    "Part %s: %d s%n",
                    part, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        }
    }

    private void write(MeasuredServer server) {
        new Report().write("Keycloak " + server.version() + ", " + machine, results, more.toString());
    }
}
