package dev.legacylogin.benchmark;

import dev.legacylogin.server.MeasuredServer;
import dev.legacylogin.server.StartedAgain;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it takes to build and to start Keycloak with the jar and without it, in turn, in seconds.
 *
 * @param builds the builds
 * @param starts the starts
 */
record Starts(List<Seconds> builds, List<Seconds> starts) {

    /** One time of each. */
    record Seconds(double with, double without) {}

    /** Builds both and starts them in turn, over the database of a server that has ended. */
    static Starts of(MeasuredServer server, int times) {
        StartedAgain with = server.again("with-jar", true);
        StartedAgain without = server.again("without-jar", false);
        List<Seconds> builds = new ArrayList<>();
        List<Seconds> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            builds.add(new Seconds(with.build(), without.build()));
            starts.add(new Seconds(with.start(), without.start()));
        }
        return new Starts(builds, starts);
    }
}
