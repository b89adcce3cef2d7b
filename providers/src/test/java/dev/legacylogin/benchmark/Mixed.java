package dev.legacylogin.benchmark;

import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Visits of one target that take turns, as those of many apps do. */
final class Mixed implements Visit {

    private final List<Visit> visits;
    private final double shareOfLogins;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * All of these in turn.
     *
     * @param logins each of which is granted and begins a session
     * @param others none of which begins one
     */
    Mixed(List<Visit> logins, List<Visit> others) {
        this.visits = Stream.concat(logins.stream(), others.stream()).toList();
        this.shareOfLogins = (double) logins.size() / visits.size();
    }

    /** Logins in turn. */
    static Mixed ofLogins(Stream<Visit> logins) {
        return new Mixed(logins.toList(), List.of());
    }

    /** Which part of the visits are logins. */
    double shareOfLogins() {
        return shareOfLogins;
    }

    @Override
    public Target target() {
        return visits.get(0).target();
    }

    @Override
    public void over(RawConnection connection) throws IOException {
        visits.get(Math.floorMod(next.getAndIncrement(), visits.size())).over(connection);
    }
}
