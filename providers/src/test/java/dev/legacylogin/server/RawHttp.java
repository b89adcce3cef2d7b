package dev.legacylogin.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends bytes as they are, for requests that no client library would send: odd paths, two headers of one name. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 30_000;

    private RawHttp() {}

    /**
     * Sends one request to the test server and reads the answer.
     *
     * @param request the whole request, one byte a character (ISO 8859-1), {@code \r\n} as the line's end
     */
    public static Answer send(String request) {
        return send(TestServer.get().baseUri(), request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends the bytes to the test server and reads the answer. */
    public static Answer send(byte[] request) {
        return send(TestServer.get().baseUri(), request);
    }

    /** Sends the requests to the test server over one connection, each when the answer to the one before is there. */
    public static List<Answer> sendOverOneConnection(String... requests) {
        return send(
                TestServer.get().baseUri(),
                Arrays.stream(requests)
                        .map(request -> request.getBytes(StandardCharsets.ISO_8859_1))
                        .toList());
    }

    /** Sends one request to a documented path where Keycloak itself answers: what it answers is documented nowhere. */
    public static Answer sendToKeycloak(String request) {
        return exchange(TestServer.get().baseUri(), List.of(request.getBytes(StandardCharsets.ISO_8859_1)))
                .get(0);
    }

    /** Sends one request to another server. */
    public static Answer send(URI server, String request) {
        return send(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Answer send(URI server, byte[] request) {
        return send(server, List.of(request)).get(0);
    }

    private static List<Answer> send(URI server, List<byte[]> requests) {
        List<Answer> answers = exchange(server, requests);
        for (int i = 0; i < answers.size(); i++) {
            String[] requestLine = requestLine(requests.get(i));
            Contract.check(requestLine[0], requestLine[1], Optional.empty(), answers.get(i));
        }
        return answers;
    }

    private static String[] requestLine(byte[] request) {
        return new String(request, StandardCharsets.ISO_8859_1).split("\r\n", 2)[0].split(" ");
    }

    private static List<Answer> exchange(URI server, List<byte[]> requests) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            List<Answer> answers = new ArrayList<>();
            for (byte[] request : requests) {
                socket.getOutputStream().write(request);
                answers.add(read(in, requestLine(request)[0].equals("HEAD")));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in, boolean head) throws IOException {
        String statusLine = line(in);
        if (!statusLine.startsWith("HTTP/1.")) {
            throw new IOException("Not an HTTP answer: '" + statusLine + "'");
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        HttpHeaders headers = headers(in);
        boolean empty = head || status == 204 || status == 304;
        String body = empty ? "" : new String(body(in, headers), StandardCharsets.UTF_8);
        return new Answer(status, headers, body);
    }

    private static HttpHeaders headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1].trim());
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static byte[] body(InputStream in, HttpHeaders headers) throws IOException {
        if (headers.firstValue("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks(in);
        }
        var length = headers.firstValueAsLong("Content-Length");
        return length.isPresent() ? in.readNBytes(Math.toIntExact(length.getAsLong())) : in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].trim(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("The connection was closed after '" + line + "'");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
