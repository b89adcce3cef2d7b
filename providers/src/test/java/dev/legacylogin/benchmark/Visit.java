package dev.legacylogin.benchmark;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;

/** What an app does again and again: a request, or several of which each needs the answer to the one before. */
interface Visit {

    Target target();

    /** Does it once. An answer with another status than the expected one ends the benchmark: it would measure that. */
    void over(RawConnection connection) throws IOException;

    /** Sends a request whose answer must have this status. */
    static Answer expect(int status, RawConnection connection, byte[] request) throws IOException {
        Answer answer = connection.exchange(request);
        if (answer.status() != status) {
            throw new AssertionError("Not " + status + " but " + answer);
        }
        return answer;
    }
}
