package dev.legacylogin.server;

import java.net.URI;

/**
 * The one server of a test run. The first test that asks for it starts it, and it ends with the JVM.
 *
 * <p>{@code -Dlegacy.server.url=http://localhost:8080} makes the tests use a server that is running already. It needs
 * the jar, the demo realm, the root paths for that realm and the administrator admin/admin, as {@code mvn -Prun} has
 * them. {@code mvn verify -Pcontainer} runs them against a container.
 */
public final class TestServer {

    private static final String RUNNING_SERVER = "legacy.server.url";
    private static final String IMAGE = "legacy.server.image";

    private static KeycloakServer server;
    private static RuntimeException failure;

    private TestServer() {}

    /** The running server; the same one for every test. */
    public static synchronized KeycloakServer get() {
        if (failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure); // or every test would wait for the time-out
        }
        if (server == null) {
            server = start();
        }
        return server;
    }

    /** From now on the tests talk to this server, which its test has started, and which is that test's to end. */
    static synchronized void use(KeycloakServer started) {
        server = started;
        Admin.forget();
    }

    private static KeycloakServer start() {
        try {
            String url = System.getProperty(RUNNING_SERVER, "");
            if (!url.isBlank()) {
                return RunningServer.at(URI.create(url));
            }
            String image = System.getProperty(IMAGE, "");
            return image.isBlank() ? DistributionServer.start() : ContainerServer.start(image);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }
}
