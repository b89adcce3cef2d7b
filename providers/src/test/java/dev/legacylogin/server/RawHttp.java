package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sends bytes as they are, for requests that no client library would send: odd paths, two headers of one name. */
public final class RawHttp {

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
        try (RawConnection connection = RawConnection.to(server)) {
            List<Answer> answers = new ArrayList<>();
            for (byte[] request : requests) {
                answers.add(connection.exchange(request));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
