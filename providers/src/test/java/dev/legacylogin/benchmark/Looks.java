package dev.legacylogin.benchmark;

import dev.legacylogin.Clients;
import dev.legacylogin.Route;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The first request after an admin has saved a form, which asks the database who carries one while others wait for it,
 * and the next one, which need not. They are preflights, which do hardly anything else.
 *
 * @param clients how many the realm has
 * @param turns what was measured
 */
record Looks(int clients, List<Turn> turns) {

    /** One of each, in milliseconds. */
    record Turn(double first, double next) {}

    /** Saves a form as it is so many times, after once that does not count. */
    static Looks of(Target target, MeasuredRealm measured, int clients, int times) {
        Visit preflight = new OldApp(target, measured, Route.PASSPORT).preflight();
        return new Looks(
                clients,
                Stream.generate(() -> turn(preflight, measured))
                        .limit(times + 1L)
                        .skip(1)
                        .toList());
    }

    private static Turn turn(Visit preflight, MeasuredRealm measured) {
        Clients.set(measured.realm(), Route.PASSPORT.clientId(), Map.of());
        try (RawConnection connection = RawConnection.to(preflight.target().uri())) {
            return new Turn(millis(preflight, connection), millis(preflight, connection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double millis(Visit visit, RawConnection connection) throws IOException {
        long start = System.nanoTime();
        visit.over(connection);
        return (System.nanoTime() - start) / 1e6;
    }
}
