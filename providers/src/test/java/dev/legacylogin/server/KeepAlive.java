package dev.legacylogin.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One request again and again over a few connections that are kept, each as soon as the one before is answered. It looks
 * at nothing but the status, so that a server gets as many as it can take.
 */
public final class KeepAlive {

    private static final int CONNECTIONS = 8;
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String HUNG = "no answer within 10 s";
    private static final String CLOSED = "closed instead of an answer";

    private final URI server;
    private final byte[] request;
    private final AtomicLong left;
    private final Map<String, Long> outcomes = new TreeMap<>();

    private KeepAlive(URI server, byte[] request, long times) {
        this.server = server;
        this.request = request;
        this.left = new AtomicLong(times);
    }

    /**
     * Sends it so many times, to a server of this machine.
     *
     * @param request the whole request, one byte a character, {@code \r\n} as the line's end
     * @return how often each status line was answered, or what came instead of one; a connection that does not answer is
     *     given up, and another one goes on
     */
    public static Map<String, Long> send(URI server, String request, long times) {
        KeepAlive load = new KeepAlive(server, request.getBytes(StandardCharsets.ISO_8859_1), times);
        AtOnce.all(CONNECTIONS, Collections.<Callable<Void>>nCopies(CONNECTIONS, load::sendAll));
        return load.outcomes;
    }

    private Void sendAll() throws IOException {
        Map<String, Long> mine = new TreeMap<>();
        while (left.get() > 0) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                sendOver(socket, mine);
            }
        }
        synchronized (outcomes) {
            mine.forEach((outcome, times) -> outcomes.merge(outcome, times, Long::sum));
        }
        return null;
    }

    /** Until all are sent, or the connection is of no use any more. */
    private void sendOver(Socket socket, Map<String, Long> mine) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        while (left.getAndDecrement() > 0) {
            try {
                socket.getOutputStream().write(request);
                mine.merge(answer(in), 1L, Long::sum);
            } catch (SocketTimeoutException e) {
                mine.merge(HUNG, 1L, Long::sum);
                return;
            } catch (IOException e) {
                mine.merge(CLOSED, 1L, Long::sum);
                return;
            }
        }
    }

    private static String answer(InputStream in) throws IOException {
        String status = line(in);
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).trim());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }
}
