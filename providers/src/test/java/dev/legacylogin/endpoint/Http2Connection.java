package dev.legacylogin.endpoint;

import dev.legacylogin.server.TestServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One HTTP/2 connection to the test server, for tests that care for its streams. It knows from the start that it is HTTP/2. */
final class Http2Connection implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setHttp2ClearTextUpgrade(false)
            .setHttp2MaxPoolSize(1));
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Http2Connection() {}

    /** Opened by its first stream. */
    static Http2Connection open() {
        return new Http2Connection();
    }

    /** A stream whose body goes on until it is ended. */
    Stream post(String path, String contentType) {
        URI server = TestServer.get().baseUri();
        HttpClientRequest request = get(client.request(HttpMethod.POST, server.getPort(), server.getHost(), path));
        request.connection().closeHandler(closed -> open.set(false));
        request.setChunked(true).putHeader("Content-Type", contentType);
        return new Stream(request);
    }

    /** Whether nobody has closed it. */
    boolean isOpen() {
        return open.get();
    }

    private static <T> T get(Future<T> future) {
        return get(future.toCompletionStage().toCompletableFuture());
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        get(vertx.close());
    }

    /** One request and its answer. */
    static final class Stream {
        private final HttpClientRequest request;
        private final CompletableFuture<Integer> status = new CompletableFuture<>();
        private final CompletableFuture<String> body = new CompletableFuture<>();
        private final CompletableFuture<Long> reset = new CompletableFuture<>();

        private Stream(HttpClientRequest request) {
            this.request = request;
            request.exceptionHandler(failure -> {
                if (failure instanceof StreamResetException code) {
                    reset.complete(code.getCode());
                } else {
                    reset.completeExceptionally(failure);
                }
            });
            request.response().onSuccess(response -> {
                status.complete(response.statusCode());
                response.body().onSuccess(bytes -> body.complete(bytes.toString()));
            });
        }

        /** Sends a part of the body, and returns when it is out. */
        void write(String part) {
            get(request.write(part));
        }

        /** Ends the body. */
        void end() {
            get(request.end());
        }

        /** Sends this part again and again, at most so many times, and returns the code that the server ends it with. */
        long writeUntilReset(String part, int times) {
            for (int i = 0; i < times && !reset.isDone(); i++) {
                CompletableFuture<Void> written =
                        request.write(part).toCompletionStage().toCompletableFuture();
                get(CompletableFuture.anyOf(
                        written.handle((done, failure) -> null), reset.handle((code, failure) -> null)));
            }
            return get(reset);
        }

        int status() {
            return get(status);
        }

        String body() {
            return get(body);
        }
    }
}
