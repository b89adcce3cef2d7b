package dev.legacylogin.benchmark;

import dev.legacylogin.Route;
import dev.legacylogin.benchmark.MeasuredRealm.User;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Logins of users whom Keycloak has not in its cache, not even because the other side has just had them.
 *
 * @param target the server
 * @param many a realm with {@link Copies} of its first user
 * @param users how many
 * @param part how many of them one side needs, each of which logs in once
 */
record NewUsers(Target target, MeasuredRealm many, int users, int part) {

    private static final List<Route> ROUTES = List.of(Route.FUSIO, Route.PASSPORT);

    /** One for each side of each pair. */
    private static final int PARTS = 2 * ROUTES.size();

    /** No login is faster, even with a hash of one round: Keycloak reads the user, and the answer waits for a commit. */
    private static final int FASTEST_MILLIS = 1;

    /** As many as there can be of each side in all rounds and the one that does not count. */
    static NewUsers of(Target target, MeasuredRealm many, Options options) {
        int slice = Math.toIntExact(options.slice().toMillis() / FASTEST_MILLIS) + 1; // the last may end later
        return new NewUsers(target, many, options.users(), slice * options.connections() * (options.rounds() + 1));
    }

    /** None where the realm has too few users for that. */
    Stream<Pair> pairs(String size) {
        return (long) PARTS * part > users
                ? Stream.of()
                : IntStream.range(0, ROUTES.size()).mapToObj(i -> pair(size, ROUTES.get(i), 2 * i));
    }

    private Pair pair(String size, Route route, int first) {
        return new Pair(
                Large.GROUP,
                size + ": " + route.path() + ", for the first time",
                once(new OldApp(target, copies(first), route).login()),
                Plan.OWN,
                once(new OwnApp(target, copies(first + 1), route.clientId()).login()));
    }

    /** Users from all over the table, each with the password of the user that it is copied from. */
    private MeasuredRealm copies(int first) {
        String password = many.users().get(0).password();
        int apart = users / (PARTS * part);
        List<User> copies = IntStream.range(0, part)
                .map(i -> (i * PARTS + first) * apart + 1)
                .mapToObj(i -> new User(Copies.NAME + i, password))
                .toList();
        return new MeasuredRealm(many.realm(), copies);
    }

    private Visit once(Visit logins) {
        return new Once(logins, part, new AtomicInteger());
    }

    /** Visits that end the benchmark where they would begin anew, because that would measure something else. */
    private record Once(Visit visit, int times, AtomicInteger begun) implements Visit {

        @Override
        public Target target() {
            return visit.target();
        }

        @Override
        public void over(RawConnection connection) throws IOException {
            if (begun.getAndIncrement() >= times) {
                throw new AssertionError(
                        "All " + times + " users have logged in: for the second time is not the first");
            }
            visit.over(connection);
        }
    }
}
