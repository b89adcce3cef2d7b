package dev.legacylogin.benchmark;

import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Visits of one target that take turns, as those of many apps do. */
final class Mixed implements Visit {

    private final List<Visit> visits;
    private final AtomicInteger next = new AtomicInteger();

    Mixed(List<Visit> visits) {
        this.visits = visits;
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
