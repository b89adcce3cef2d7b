package dev.legacylogin.benchmark;

/**
 * One side of a pair for a moment.
 *
 * @param seconds how long it took
 * @param cpuSeconds what it took of the processors' time meanwhile
 * @param latencies how long each visit took, in nanoseconds, in order of length
 */
record Slice(double seconds, double cpuSeconds, long[] latencies) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    /** Visits a second. */
    double throughput() {
        return latencies.length / seconds;
    }

    /** Milliseconds of a processor for a visit. */
    double cpuMillis() {
        return cpuSeconds * MILLIS_PER_SECOND / latencies.length;
    }

    /** Milliseconds that half of the visits took at most. */
    double p50() {
        return percentile(0.5);
    }

    /** Milliseconds that 99 of 100 visits took at most. */
    double p99() {
        return percentile(0.99);
    }

    private double percentile(double share) {
        return latencies[(int) Math.ceil(share * latencies.length) - 1] / NANOS_PER_MILLI;
    }
}
