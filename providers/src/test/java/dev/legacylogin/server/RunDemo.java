package dev.legacylogin.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What {@code mvn -Prun} runs: Keycloak in the foreground, with the extension and the demo realm, until it is ended. */
public final class RunDemo {

    private static final String DOCUMENTED_BASE = "http://localhost:8080";

    /** By SIGINT (Ctrl-C) and SIGTERM, as a shell counts them. */
    private static final Set<Integer> ENDED_BY_SIGNAL = Set.of(130, 143);

    private RunDemo() {}

    /**
     * Starts Keycloak and prints the calls to try.
     *
     * @param args the port
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            run(Integer.parseInt(args[0]));
        } catch (IllegalStateException e) {
            System.err.println(System.lineSeparator() + e.getMessage());
            System.exit(1); // without Maven's stack trace, which would hide the message
        }
    }

    private static void run(int port) throws InterruptedException {
        if (Ports.taken(port)) {
            throw new IllegalStateException(
                    "Port " + port + " is taken. Choose another one: mvn -Prun -Dhttp.port=" + (port + 1));
        }
        Installation installation = Installation.ofBuild();
        installation.prepare();
        Launch launch =
                Launch.development(installation, port, OptionalInt.empty(), Optional.empty(), "debug", "dev-file");
        KeycloakProcess keycloak = KeycloakProcess.start(launch);
        keycloak.awaitReady();
        System.out.println(welcome(launch.baseUri()));
        int status = keycloak.waitFor();
        if (!ENDED_BY_SIGNAL.contains(status)) {
            throw new IllegalStateException("Keycloak has ended with " + status + ".");
        }
    }

    /** The calls of the documentation, at the root and below the realm. */
    static String welcome(URI base) {
        String calls = resource("calls.txt");
        String realm = base + "/realms/" + Readiness.REALM;
        return String.join(
                System.lineSeparator(),
                "",
                "==== At the paths of the old APIs ====",
                calls.replace(DOCUMENTED_BASE, base.toString()),
                "==== The same below the realm ====",
                calls.replace(DOCUMENTED_BASE, realm),
                "Keycloak with Legacy Login is ready. Admin console: " + base + "/admin (admin, admin)",
                "The calls above can be pasted into a shell. Ctrl-C ends Keycloak; the next start is a fresh one.");
    }

    private static String resource(String name) {
        try (InputStream in = RunDemo.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + name, e);
        }
    }
}
