package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that is built and started to see how long that takes. */
public final class StartedAgain {

    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

    private final Installation installation;
    private final boolean withJar;
    private final Node node;

    StartedAgain(Installation installation, boolean withJar, Node node) {
        this.installation = installation;
        this.withJar = withJar;
        this.node = node;
    }

    /** Seconds that {@code kc.sh build} takes. */
    public double build() {
        long start = System.nanoTime();
        if (withJar) {
            Node.build(installation);
        } else {
            Node.buildWithoutJar(installation);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds that {@code kc.sh start --optimized} takes, as Keycloak itself tells them; it is ended then. */
    public double start() {
        node.start("--log-level=info");
        try {
            Matcher told = STARTED.matcher(Files.readString(node.log().orElseThrow()));
            if (!told.find()) {
                throw new IllegalStateException("No time of the start in " + node.log());
            }
            return Double.parseDouble(told.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            node.close();
        }
    }
}
