package dev.legacylogin.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * Pairs, measured in turn: a round goes through all of them and measures both sides of each, one right after the other,
 * in the next round the other way round. What the machine does meanwhile meets both sides, and each round.
 */
final class Measurement {

    /** Of the time that is planned. */
    private static final int MOST = 2;

    /** Rounds, the first of which does not count: one in each order. */
    private static final int FEWEST = 3;

    private final Options options;

    Measurement(Options options) {
        this.options = options;
    }

    /**
     * Measures all of them, after a round that does not count. Visits that have begun are waited for: where they take
     * longer than a slice, there are fewer rounds, so that the whole ends in time, but as many in each order.
     */
    List<Result> of(List<Pair> pairs) {
        List<Result> results =
                pairs.stream().map(pair -> Result.none(pair, options.rounds())).toList();
        Duration planned = options.slice().multipliedBy(2L * pairs.size() * (options.rounds() + 1));
        long end = System.nanoTime() + planned.multipliedBy(MOST).toNanos();
        for (int round = 0; round <= options.rounds() && isBegun(round, end); round++) {
            System.out.printf("Round %d of %d, %d pairs%n", round, options.rounds(), pairs.size());
            for (Result result : results) {
                Round measured = measure(result.pair(), round % 2 == 0);
                if (round > 0) {
                    result.rounds().add(measured);
                }
            }
        }
        return results;
    }

    /** Those that count go in twos. */
    private static boolean isBegun(int round, long end) {
        return round < FEWEST || round % 2 == 0 || System.nanoTime() < end;
    }

    private Round measure(Pair pair, boolean baseFirst) {
        if (baseFirst) {
            Slice base = slice(pair.base());
            return new Round(slice(pair.visit()), base);
        }
        Slice visit = slice(pair.visit());
        return new Round(visit, slice(pair.base()));
    }

    private Slice slice(Visit visit) {
        return Load.of(visit, options.connections(), options.slice());
    }
}
