package dev.legacylogin.benchmark;

import dev.legacylogin.server.AtOnce;
import dev.legacylogin.server.RawConnection;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/**
 * The load: some connections, over each of which a visit follows the one before at once (a closed loop). It is written for
 * this because a load generator such as Gatling reports whole runs in milliseconds: here slices of a second take turns,
 * each with the server's processor time, and a refusal takes less than a millisecond. And it shares the machine with the
 * server, of which it is to take as little as it can.
 */
final class Load {

    private Load() {}

    /**
     * Visits for a while.
     *
     * @param connections how many are open at a time
     * @param duration when no more visit is begun; those that have begun are waited for
     */
    static Slice of(Visit visit, int connections, Duration duration) {
        Duration cpuBefore = visit.target().cpuTime().get();
        long start = System.nanoTime();
        Callable<long[]> connection = () -> visits(visit, start + duration.toNanos());
        long[] latencies = AtOnce.all(connections, Collections.nCopies(connections, connection)).stream()
                .flatMapToLong(LongStream::of)
                .sorted()
                .toArray();
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration cpu = visit.target().cpuTime().get().minus(cpuBefore);
        return new Slice(seconds, cpu.toNanos() / 1e9, latencies);
    }

    /** How long each visit over one connection took. */
    private static long[] visits(Visit visit, long end) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        try (RawConnection connection = RawConnection.to(visit.target().uri())) {
            long begun = System.nanoTime();
            do {
                visit.over(connection);
                long done = System.nanoTime();
                latencies.accept(done - begun);
                begun = done;
            } while (begun < end);
        }
        return latencies.build().toArray();
    }
}
