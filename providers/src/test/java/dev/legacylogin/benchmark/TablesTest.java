package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark makes of what it has measured. */
class TablesTest {

    private static final Pair PAIR = new Pair("Logins", "/login", null, "own endpoint", null);

    /** 100, 50 and 200 visits of a second each beside 100; half a second of a processor each. */
    private static final Result RESULT = new Result(PAIR, 3, List.of(round(100, 100), round(50, 100), round(200, 100)));

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
    void aRowOfFewerRoundsSaysOfHowMany() {
        assertThat(new Result(PAIR, 4, RESULT.rounds()).name()).isEqualTo("/login (3 rounds)");
    }

    @Test
    void ofAnEvenNumberTheMedianIsInBetween() {
        assertThat(Spread.of(List.of(4, 1, 3, 2), Integer::doubleValue)).isEqualTo(new Spread(2.5, 1.75, 3.25));
    }

    @Test
    void aStartIsComparedWithTheOneInTheSameTurn() {
        var seconds = List.of(new Starts.Seconds(3, 2), new Starts.Seconds(5, 3), new Starts.Seconds(4, 3.5));

        assertThat(MoreTables.of(new Starts(seconds.subList(0, 1), seconds), 1_234))
                .isEqualTo("""
                ### Build and start

                The jar has 1,234 bytes.

                | seconds | with the jar | without | difference | times |
                |---|---|---|---|---|
                | `kc.sh build` | 3.00 (3.00 to 3.00) | 2.00 (2.00 to 2.00) | 1.00 (1.00 to 1.00) | 1 |
                | `kc.sh start --optimized` | 4.00 (3.50 to 4.50) | 3.00 (2.50 to 3.25) | 1.00 (0.75 to 1.50) | 3 |

                """);
    }

    @Test
    void anImportIsComparedWithThePartialOneInTheSameTurn() {
        var turns = List.of(
                new Imports.Turn(new Imports.Rate(4_000, 0.5), new Imports.Rate(400, 5)),
                new Imports.Turn(new Imports.Rate(3_000, 0.6), new Imports.Rate(200, 3)));

        assertThat(MoreTables.of(new Imports(10_000, 1_000, turns))).isEqualTo("""
                ### Import of users

                An import has 10,000 users, a partial import 1,000, each in one request.

                | | import | partial import | ratio |
                |---|---|---|---|
                | users a second | 3500 (3250 to 3750) | 300 (250 to 350) | 12.50 (11.25 to 13.75) |
                | CPU ms a user | 0.55 (0.53 to 0.58) | 4.00 (3.50 to 4.50) | 0.15 (0.13 to 0.18) |

                """);
    }

    @Test
    void aLookForFormsIsToldForEachSizeOfARealm() {
        var turns = List.of(new Looks.Turn(300, 1), new Looks.Turn(200, 2));

        assertThat(MoreTables.of(List.of(new Looks(10_000, turns)))).isEqualTo("""
                ### The first request after a form is saved

                | ms | first | next | times |
                |---|---|---|---|
                | 10,000 clients | 250.0 (225.0 to 275.0) | 1.5 (1.3 to 1.8) | 2 |

                """);
    }

    @Test
    void wearIsToldTenthByTenthWithItsDriftAndWhatIsLeft() {
        Wear.Left left = new Wear.Left(200, new Leftovers(100, 2, 150, 4, 900));
        var tenths = List.of(new Wear.Tenth(slice(100), 80, 44, 0, left), new Wear.Tenth(slice(200), 88, 45, 1, left));

        assertThat(MoreTables.of(new Wear(10, tenths, left, left))).isEqualTo("""
                ### Mixed traffic for 10 minutes

                | tenth | a second | p50 ms | p99 ms | heap MB after a collection | threads | connections to the database \
                in use | sessions for a login | notes in a session |
                |---|---|---|---|---|---|---|---|---|
                | 1 | 100 | 50.0 | 99.0 | 80 | 44 | 0 | 0.500 | 2.00 |
                | 2 | 200 | 100.0 | 198.0 | 88 | 45 | 1 | 0.500 | 2.00 |

                From the median of the first half to that of the second, p99 went to 2.00 of it, and the heap to 1.10.

                What logins leave behind:

                | logins at | sessions for a login | notes in a session | client sessions in a session | notes in a client \
                session | bytes of a session |
                |---|---|---|---|---|---|
                | the documented paths | 0.500 | 2.00 | 1.50 | 4.00 | 900 |
                | the own endpoint | 0.500 | 2.00 | 1.50 | 4.00 | 900 |

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
