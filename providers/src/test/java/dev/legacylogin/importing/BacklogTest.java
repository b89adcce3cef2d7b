package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.legacylogin.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final int MEBIBYTE = 1 << 20;

    private final Backlog backlog = new Backlog();

    private Thread drain(OutputStream out) {
        Thread drain = new Thread(() -> backlog.drainTo(out, () -> {}));
        drain.start();
        return drain;
    }

    @Test
    void drainsAllInOrder() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thread drain = drain(out);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            backlog.write((i + "\n").getBytes(StandardCharsets.UTF_8));
            written.append(i).append('\n');
            if (i % 7 == 0) {
                backlog.flush();
            }
        }
        backlog.flush();
        backlog.close();
        drain.join();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(written.toString());
    }

    @Test
    void writerIsToldThatTheCallerIsGone() {
        drain(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            while (true) {
                backlog.write(1);
                backlog.flush();
            }
        });
    }

    /** As soon as somebody reads, it goes on. */
    @Test
    void writerWaitsWhereNobodyReads() {
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 70; i++) {
                    backlog.write(new byte[MEBIBYTE]);
                    backlog.flush();
                }
                backlog.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        writer.start();
        Await.until(() -> writer.getState() == Thread.State.TIMED_WAITING);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        backlog.drainTo(out, () -> {});

        assertThat(out.size()).isEqualTo(70 * MEBIBYTE);
    }
}
