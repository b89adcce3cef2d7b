package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where requests go.
 *
 * @param uri scheme, host and port
 * @param cpuTime what answering them has taken of the processors' time so far, in all processes but the database's
 */
record Target(URI uri, Supplier<Duration> cpuTime) {

    /** The answer to a request that is to be granted. */
    Answer granted(Message message) {
        Answer answer = ask(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** The answer to a request, over a connection of its own. */
    Answer ask(Message message) {
        try (RawConnection connection = RawConnection.to(uri)) {
            return connection.exchange(message.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
