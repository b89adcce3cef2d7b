package dev.legacylogin.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a figure was in the rounds.
 *
 * @param median half of them were below it
 * @param low a quarter of them was below it
 * @param high a quarter of them was above it
 */
record Spread(double median, double low, double high) {

    /** Of a figure of each. */
    static <T> Spread of(Collection<T> all, ToDoubleFunction<T> figure) {
        List<Double> values = all.stream().map(figure::applyAsDouble).sorted().toList();
        return new Spread(quantile(values, 0.5), quantile(values, 0.25), quantile(values, 0.75));
    }

    /** Between two values in proportion. */
    private static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(place));
        double above = sorted.get((int) Math.ceil(place));
        return below + (above - below) * (place - Math.floor(place));
    }
}
