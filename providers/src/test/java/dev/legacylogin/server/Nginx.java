package dev.legacylogin.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An nginx of this machine in front of a server, which keeps its connections to it. */
public final class Nginx implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String PROGRAM = System.getProperty("nginx.path", "/usr/sbin/nginx");

    private final Process process;
    private final URI uri;

    private Nginx(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** In front of this server. It needs nginx, {@code -Dnginx.path=…} where it is not where Debian has it. */
    public static Nginx before(URI server) {
        int port = Ports.free();
        try {
            Path directory = Files.createTempDirectory("nginx");
            Path configuration = directory.resolve("nginx.conf");
            Files.writeString(configuration, configuration(directory, port, server));
            Process process = new ProcessBuilder(
                            List.of(PROGRAM, "-p", directory + "/", "-c", configuration.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(new File(directory.toFile(), "log"))
                    .start();
            Nginx nginx = new Nginx(process, URI.create("http://localhost:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(nginx::close, "end-nginx"));
            nginx.await(port);
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path directory, int port, URI server) {
        return """
                daemon off;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 256; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  keepalive_requests 1000000000;
                  upstream keycloak {
                    server 127.0.0.1:%3$d;
                    keepalive 16;
                    keepalive_requests 1000000000;
                  }
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass http://keycloak;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                      proxy_set_header Host $http_host;
                      proxy_next_upstream off;
                    }
                  }
                }
                """.formatted(directory, port, server.getPort());
    }

    private void await(int port) {
        Instant end = Instant.now().plus(BOUND);
        while (!Ports.taken(port)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("nginx does not answer at " + uri);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(null, BOUND.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
