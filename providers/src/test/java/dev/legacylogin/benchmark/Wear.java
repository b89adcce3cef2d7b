package dev.legacylogin.benchmark;

import dev.legacylogin.server.Http;
import dev.legacylogin.server.MeasuredServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Mixed traffic for a long time, in tenths, after each of which the server is looked at; and what sessions leave behind.
 *
 * @param minutes how long
 * @param tenths what was seen
 * @param left by logins at the documented paths
 * @param leftByOwn by logins at the own endpoint
 */
record Wear(int minutes, List<Tenth> tenths, Left left, Left leftByOwn) {

    private static final int PARTS = 10;

    /**
     * A tenth of the time.
     *
     * @param slice the traffic
     * @param heapMegabytes what lives on the server's heap after a collection
     * @param threads its threads
     * @param databaseConnections its connections to the database that are in use, with no request under way
     * @param left since the beginning
     */
    record Tenth(Slice slice, double heapMegabytes, double threads, double databaseConnections, Left left) {}

    /**
     * What logins have left behind.
     *
     * @param logins how many they were
     * @param leftovers what is there of them
     */
    record Left(double logins, Leftovers leftovers) {}

    /** Visits for so many minutes, in a realm of its own that has no sessions yet. */
    static Wear of(MeasuredServer server, Target target, Database database, Options options) {
        return new Wear(
                options.minutes(),
                mixed(server, new Plan(target, MeasuredRealm.withOneRound()), database, options),
                left(new Plan(target, MeasuredRealm.withOneRound()), Plan::eachLogin, database, options),
                left(new Plan(target, MeasuredRealm.withOneRound()), Plan::eachOwnLogin, database, options));
    }

    private static Left left(Plan plan, Function<Plan, Visit> logins, Database database, Options options) {
        Slice slice = Load.of(logins.apply(plan), options.connections(), options.slice());
        return new Left(
                slice.latencies().length, Leftovers.of(database, plan.oneRound().realm()));
    }

    private static List<Tenth> mixed(MeasuredServer server, Plan plan, Database database, Options options) {
        Duration tenth = Duration.ofMinutes(options.minutes()).dividedBy(PARTS);
        Mixed visit = plan.mixed();
        double before = Leftovers.of(database, plan.oneRound().realm()).sessions(); // those that are refreshed
        double logins = 0;
        List<Tenth> tenths = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            Slice slice = Load.of(visit, options.connections(), tenth);
            logins += slice.latencies().length * visit.shareOfLogins();
            collectGarbage(server.processId());
            String metrics = Http.request("GET", server.metrics()).send().body();
            tenths.add(new Tenth(
                    slice,
                    sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                    sum(metrics, "jvm_threads_live_threads"),
                    sum(metrics, "agroal_active_count"),
                    new Left(
                            before + logins,
                            Leftovers.of(database, plan.oneRound().realm()))));
            System.out.printf("Mixed traffic, %d of %d%n", i + 1, PARTS);
        }
        return tenths;
    }

    private static void collectGarbage(long process) {
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            int status = new ProcessBuilder(jcmd, String.valueOf(process), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("jcmd ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Of the values of all metrics whose name and labels begin so. */
    private static double sum(String metrics, String beginning) {
        List<String> lines =
                metrics.lines().filter(line -> line.startsWith(beginning)).toList();
        if (lines.isEmpty()) {
            throw new AssertionError("No " + beginning + " in the metrics");
        }
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
