package dev.legacylogin.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of a pair.
 *
 * @param pair the pair
 * @param planned how often it was to be measured
 * @param rounds each time that it was measured
 */
record Result(Pair pair, int planned, List<Round> rounds) {

    /** Of a pair that is not measured yet. */
    static Result none(Pair pair, int planned) {
        return new Result(pair, planned, new ArrayList<>());
    }

    /** The pair's, and of how many rounds it is where there was no time for all. */
    String name() {
        return pair.name() + (rounds.size() < planned ? " (" + rounds.size() + " rounds)" : "");
    }

    /** How what was measured is to what it was measured against, in each round. */
    Spread ratio(ToDoubleFunction<Slice> figure) {
        return Spread.of(rounds, round -> round.ratio(figure));
    }

    /** A figure of what was measured. */
    Spread of(ToDoubleFunction<Slice> figure) {
        return Spread.of(rounds, round -> figure.applyAsDouble(round.visit()));
    }
}
