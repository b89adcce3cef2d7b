package dev.legacylogin.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first answer to some bytes, as it came over the wire.
 *
 * @param status the status code
 * @param headers the header lines, as they were sent
 * @param body the body; without the framing of chunks
 */
record RawAnswer(int status, List<String> headers, String body) {

    /** No answer of ours is near it. */
    private static final int MAX_BYTES = 64 * 1024;

    /** The server answers in the protocol that it was called with, whatever that is. */
    private static final Pattern STATUS_LINE = Pattern.compile("[^ \\r\\n]++ ([1-5][0-9][0-9])[ \\r]");

    /** What the server sends until it closes the connection, or the time is over; empty where that is nothing. */
    static Optional<RawAnswer> to(byte[] request, URI server, int timeoutMillis) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(timeoutMillis);
            socket.setTcpNoDelay(true);
            byte[] bytes = exchange(socket, request);
            return bytes.length == 0 ? Optional.empty() : Optional.of(parse(bytes));
        }
    }

    private static byte[] exchange(Socket socket, byte[] request) throws IOException {
        byte[] answer = new byte[MAX_BYTES];
        int length = 0;
        try {
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            for (int read = in.read(answer); read > 0; read = in.read(answer, length, MAX_BYTES - length)) {
                length += read;
            }
        } catch (SocketTimeoutException | SocketException e) {
            // nothing more will come: a server that refuses a request may reset the connection
        }
        return Arrays.copyOf(answer, length);
    }

    private static RawAnswer parse(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        Matcher start = STATUS_LINE.matcher(text);
        if (!start.lookingAt() || end < 0 || bytes.length == MAX_BYTES) {
            throw new IOException("Not one answer: " + text);
        }
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        int status = Integer.parseInt(start.group(1));
        String rest = text.substring(end + 4);
        if (status == 100) {
            return parse(rest.getBytes(StandardCharsets.ISO_8859_1));
        }
        RawAnswer answer = new RawAnswer(status, head.subList(1, head.size()), rest);
        return new RawAnswer(status, answer.headers, answer.firstBody());
    }

    /** Without what follows: where the input holds two requests, there are two answers. */
    private String firstBody() {
        if (header("transfer-encoding").isPresent()) {
            return dechunk(body);
        }
        int length = header("content-length").map(Integer::parseInt).orElse(body.length());
        return body.substring(0, Math.min(length, body.length()));
    }

    private static String dechunk(String chunks) {
        int end = chunks.indexOf("\r\n");
        int size = end < 0 ? 0 : Integer.parseInt(chunks.substring(0, end), 16);
        return size == 0 ? "" : chunks.substring(end + 2, end + 2 + size) + dechunk(chunks.substring(end + 4 + size));
    }

    /** The value of the first header of that name. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    @Override
    public String toString() {
        return status + " " + headers + "\n" + body;
    }
}
