package dev.legacylogin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawHttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nX-Two: a\r\nx-two: b\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.1 400 Bad Request\r\nX-Two: a\r\nx-two: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
                "HTTP/1.1 400 Bad Request\r\nX-Two: a\r\nx-two: b\r\n\r\nhello"
            })
    void readsTheWholeAnswer(String answer) throws Exception {
        Answer read = exchange("GET / HTTP/1.1\r\n\r\n", answer);

        assertThat(read.status()).isEqualTo(400);
        assertThat(read.headers("x-TWO")).containsExactly("a", "b");
        assertThat(read.body()).isEqualTo("hello");
    }

    @Test
    void answerToHeadHasNoBody() throws Exception {
        Answer read = exchange("HEAD / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

        assertThat(read.body()).isEmpty();
    }

    private static Answer exchange(String request, String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> serve(server, request, answer));
            URI uri = URI.create("http://localhost:" + server.getLocalPort());
            Answer read = RawHttp.send(uri, request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(received.get()).isEqualTo(request);
            return read;
        }
    }

    private static String serve(ServerSocket server, String request, String answer) {
        try (Socket socket = server.accept()) {
            byte[] received = socket.getInputStream().readNBytes(request.length());
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            return new String(received, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
