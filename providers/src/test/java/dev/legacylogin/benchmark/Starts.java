package dev.legacylogin.benchmark;

import dev.legacylogin.server.MeasuredServer;
import dev.legacylogin.server.StartedAgain;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How long it takes to build and to start Keycloak with the jar and without it, in turn, in seconds.
 *
 * @param builds the builds
 * @param starts the starts
 */
record Starts(List<Seconds> builds, List<Seconds> starts) {

    /** A build takes much longer than a start, and less hangs on it: so many starts for one. */
    private static final int STARTS_FOR_A_BUILD = 5;

    /** One time of each. */
    record Seconds(double with, double without) {}

    /** Builds both and starts them in turn, over the database of a server that has ended. */
    static Starts of(MeasuredServer server, int times) {
        StartedAgain with = server.again("with-jar", true);
        StartedAgain without = server.again("without-jar", false);
        List<Seconds> builds = inTurn(Math.max(1, times / STARTS_FOR_A_BUILD), with, without, StartedAgain::build);
        inTurn(1, with, without, StartedAgain::start); // which reads what was built from the disk
        return new Starts(builds, inTurn(times, with, without, StartedAgain::start));
    }

    /** The one after the other, the next time the other way round. */
    private static List<Seconds> inTurn(
            int times, StartedAgain with, StartedAgain without, ToDoubleFunction<StartedAgain> seconds) {
        return IntStream.range(0, times)
                .mapToObj(i -> {
                    if (i % 2 == 0) {
                        double first = seconds.applyAsDouble(with);
                        return new Seconds(first, seconds.applyAsDouble(without));
                    }
                    double first = seconds.applyAsDouble(without);
                    return new Seconds(seconds.applyAsDouble(with), first);
                })
                .toList();
    }
}
