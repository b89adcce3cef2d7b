package dev.legacylogin.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Batches on their way through the database, a few at once; their verdicts come out in the order in which they went in. */
final class RunningBatches implements AutoCloseable {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int MOST = 2 * THREADS; // so that no thread waits for the reader

    private final UserWriter writer;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Deque<Future<List<Verdict>>> running = new ArrayDeque<>();
    private volatile boolean stopped;

    RunningBatches(UserWriter writer) {
        this.writer = writer;
    }

    boolean isFull() {
        return running.size() == MOST;
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    void add(List<Entry> batch) {
        running.add(threads.submit(() -> stopped ? List.of() : writer.verdicts(batch)));
    }

    /**
     * Waits for the verdicts of the first batch.
     *
     * @throws BrokenOffException where the writer threw it
     */
    List<Verdict> next() {
        try {
            return running.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenOffException brokenOff) {
                throw brokenOff;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenOffException("The server shuts down.", e);
        }
    }

    /** Batches that no thread has begun have no verdicts any more. The others go on, and {@link #next} has them. */
    void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
