package dev.legacylogin.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at a time. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * Does all of them, and waits for the end of all.
     *
     * @param threads how many at a time
     * @return what came of them, in their order
     * @throws AssertionError one of them failed
     */
    public static <T> List<T> all(int threads, Collection<? extends Callable<T>> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : executor.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("One of them failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
