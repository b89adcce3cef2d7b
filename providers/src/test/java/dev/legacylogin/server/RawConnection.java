package dev.legacylogin.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A connection that is kept, over which bytes are sent as they are, each request when the one before is answered. */
public final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Opens one; an answer that takes longer than 30 seconds is a failure. */
    public static RawConnection to(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new RawConnection(socket);
    }

    /** Sends a whole request and reads the whole answer. */
    public Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return read(isHead(request));
    }

    private static boolean isHead(byte[] request) {
        return request.length > 4 && new String(request, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD ");
    }

    private Answer read(boolean head) throws IOException {
        String statusLine = line();
        if (!statusLine.startsWith("HTTP/1.")) {
            throw new IOException("Not an HTTP answer: '" + statusLine + "'");
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        HttpHeaders headers = headers();
        boolean empty = head || status == 204 || status == 304;
        String body = empty ? "" : new String(body(headers), StandardCharsets.UTF_8);
        return new Answer(status, headers, body);
    }

    private HttpHeaders headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1].trim());
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private byte[] body(HttpHeaders headers) throws IOException {
        if (headers.firstValue("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        var length = headers.firstValueAsLong("Content-Length");
        return length.isPresent() ? in.readNBytes(Math.toIntExact(length.getAsLong())) : in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = chunkSize();
        while (size > 0) {
            body.write(in.readNBytes(size));
            line();
            size = chunkSize();
        }
        line(); // there are no trailers, so that this is the end
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";")[0].trim(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("The connection was closed after '" + line + "'");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
