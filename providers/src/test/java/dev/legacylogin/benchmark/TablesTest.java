package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark makes of what it has measured. */
class TablesTest {

    private static final Pair PAIR = new Pair("Logins", "/login", null, "own endpoint", null);

    /** 100, 50 and 200 visits of a second each beside 100; half a second of a processor each. */
    private static final Result RESULT = new Result(PAIR, List.of(round(100, 100), round(50, 100), round(200, 100)));

    private static Round round(int visits, int base) {
        return new Round(slice(visits), slice(base));
    }

    /** Visits that took 1, 2, 3 … milliseconds. */
    private static Slice slice(int visits) {
        long[] latencies = new long[visits];
        for (int i = 0; i < visits; i++) {
            latencies[i] = (i + 1) * 1_000_000L;
        }
        return new Slice(1, 0.5, latencies);
    }

    @Test
    void aRowHasMedianAndQuartiles() {
        assertThat(Tables.of(List.of(RESULT))).isEqualTo("""
                ### Logins

                | | against | throughput | CPU | p50 | p99 | a second | CPU ms | p50 ms | p99 ms |
                |---|---|---|---|---|---|---|---|---|---|
                | /login | own endpoint | 1.00 (0.75 to 1.50) | 1.00 (0.75 to 1.50) | 1.00 (0.75 to 1.50) \
                | 1.00 (0.75 to 1.50) | 100 | 5.00 | 50.0 | 99.0 |

                """);
    }

    @Test
    void ofAnEvenNumberTheMedianIsInBetween() {
        assertThat(Spread.of(List.of(4, 1, 3, 2), Integer::doubleValue)).isEqualTo(new Spread(2.5, 1.75, 3.25));
    }

    @Test
    void aStartIsComparedWithTheOneInTheSameTurn() {
        var seconds = List.of(new Starts.Seconds(3, 2), new Starts.Seconds(5, 3), new Starts.Seconds(4, 3.5));

        assertThat(Tables.of(new Starts(seconds, seconds), 1_234)).isEqualTo("""
                ### Build and start

                The jar has 1,234 bytes.

                | seconds | with the jar | without | difference |
                |---|---|---|---|
                | `kc.sh build` | 4.00 (3.50 to 4.50) | 3.00 (2.50 to 3.25) | 1.00 (0.75 to 1.50) |
                | `kc.sh start --optimized` | 4.00 (3.50 to 4.50) | 3.00 (2.50 to 3.25) | 1.00 (0.75 to 1.50) |

                """);
    }

    @Test
    void thePictureHasABarAsLongAsTheMedian() {
        assertThat(Chart.of(List.of(RESULT)))
                .contains("<rect x=\"330\" y=\"76\" width=\"180\" height=\"14\"")
                .contains("<line x1=\"465\" y1=\"83\" x2=\"600\" y2=\"83\"")
                .contains(">/login : own endpoint<")
                .contains(">1.00<");
    }
}
