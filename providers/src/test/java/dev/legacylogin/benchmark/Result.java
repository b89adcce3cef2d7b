package dev.legacylogin.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of a pair.
 *
 * @param pair the pair
 * @param rounds each time that it was measured
 */
record Result(Pair pair, List<Round> rounds) {

    /** How what was measured is to what it was measured against, in each round. */
    Spread ratio(ToDoubleFunction<Slice> figure) {
        return Spread.of(rounds, round -> round.ratio(figure));
    }

    /** A figure of what was measured. */
    Spread of(ToDoubleFunction<Slice> figure) {
        return Spread.of(rounds, round -> figure.applyAsDouble(round.visit()));
    }
}
