package dev.legacylogin.benchmark;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Single requests, which take turns: those of several users, or of several sessions. */
final class Requests implements Visit {

    private final Target target;
    private final int status;
    private final List<byte[]> requests;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * Requests that are all answered alike.
     *
     * @param status the status of each answer
     */
    Requests(Target target, int status, List<Message> requests) {
        this.target = target;
        this.status = status;
        this.requests = requests.stream().map(Message::bytes).toList();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public void over(RawConnection connection) throws IOException {
        answer(connection);
    }

    /** The answer to the one whose turn it is. */
    Answer answer(RawConnection connection) throws IOException {
        int turn = Math.floorMod(next.getAndIncrement(), requests.size());
        return Visit.expect(status, connection, requests.get(turn));
    }
}
