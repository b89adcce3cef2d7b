package dev.legacylogin.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Keeps what a caller does not read yet: many HTTP clients send all of their body before they read, and would wait for
 * the import, which waits for them. One thread writes, another one drains. Above 64 MiB, the answer to a million rows,
 * the writer waits.
 */
final class Backlog extends OutputStream {
    private static final long MOST = 64L * 1024 * 1024;
    private static final long MILLIS = 5000;
    private static final byte[] NOTHING = {};

    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private final Queue<byte[]> chunks = new ArrayDeque<>();
    private long size;
    private boolean closed;
    private IOException failure;

    @Override
    public void write(int b) {
        open.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        open.write(bytes, offset, length);
    }

    /**
     * Hands over what was written.
     *
     * @throws IOException where the caller is gone
     */
    @Override
    public synchronized void flush() throws IOException {
        while (size > MOST && failure == null) {
            await();
        }
        if (failure != null) {
            throw failure;
        }
        if (open.size() > 0) {
            chunks.add(open.toByteArray());
            size += open.size();
            open.reset();
            notifyAll();
        }
    }

    /** Nothing follows. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * Writes all on, until it is closed or the caller is gone, which the writer is told.
     *
     * @param alive called every few seconds, also while nothing comes
     */
    void drainTo(OutputStream out, Runnable alive) {
        try {
            for (byte[] chunk = take(); chunk != null; chunk = take()) {
                alive.run();
                out.write(chunk);
                out.flush();
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(new IOException(e));
        }
    }

    private synchronized byte[] take() throws IOException {
        if (chunks.isEmpty() && !closed) {
            await();
        }
        byte[] chunk = chunks.poll();
        if (chunk == null) {
            return closed ? null : NOTHING;
        }
        size -= chunk.length;
        notifyAll();
        return chunk;
    }

    private synchronized void fail(IOException cause) {
        failure = cause;
        notifyAll();
    }

    /** Its callers look again. */
    private void await() throws IOException {
        try {
            wait(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
