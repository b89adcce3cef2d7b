package dev.legacylogin.benchmark;

import dev.legacylogin.server.Http;
import dev.legacylogin.server.MeasuredServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Mixed traffic for a long time, in tenths, after each of which the server is looked at.
 *
 * @param tenths what was seen
 */
record Wear(List<Tenth> tenths) {

    private static final int PARTS = 10;

    /**
     * A tenth of the time.
     *
     * @param slice the traffic
     * @param heapMegabytes what lives on the server's heap after a collection
     * @param threads its threads
     * @param databaseConnections its connections to the database that are in use, with no request under way
     */
    record Tenth(Slice slice, double heapMegabytes, double threads, double databaseConnections) {}

    /** Visits for so many minutes. */
    static Wear of(Visit visit, MeasuredServer server, Options options) {
        Duration tenth = Duration.ofMinutes(options.minutes()).dividedBy(PARTS);
        List<Tenth> tenths = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            Slice slice = Load.of(visit, options.connections(), tenth);
            collectGarbage(server.processId());
            String metrics = Http.request("GET", server.metrics()).send().body();
            tenths.add(new Tenth(
                    slice,
                    sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                    sum(metrics, "jvm_threads_live_threads"),
                    sum(metrics, "agroal_active_count")));
            System.out.printf("Mixed traffic, %d of %d%n", i + 1, PARTS);
        }
        return new Wear(tenths);
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
