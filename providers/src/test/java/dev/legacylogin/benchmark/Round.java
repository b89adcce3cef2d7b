package dev.legacylogin.benchmark;

import java.util.function.ToDoubleFunction;

/**
 * A pair, measured once: one side right after the other.
 *
 * @param visit what is measured
 * @param base what it is measured against
 */
record Round(Slice visit, Slice base) {

    /** How one side's figure is to that of the other. */
    double ratio(ToDoubleFunction<Slice> figure) {
        return figure.applyAsDouble(visit) / figure.applyAsDouble(base);
    }
}
