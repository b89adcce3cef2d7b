package dev.legacylogin.server;

import dev.legacylogin.Texts;
import java.net.URI;
import java.util.List;
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
        int managementPort = managementPort(port);
        for (int needed : List.of(port, managementPort)) {
            if (Ports.taken(needed)) {
                throw new IllegalStateException(
                        "Port " + needed + " is taken. Choose another one: mvn -Prun -Dhttp.port=" + (port + 1));
            }
        }
        Installation installation = Installation.ofBuild();
        installation.prepare();
        Launch launch = Launch.development(
                        installation, port, OptionalInt.of(managementPort), Optional.empty(), "debug", "dev-file")
                .with(eventMetrics(installation.version()));
        KeycloakProcess keycloak = KeycloakProcess.start(launch);
        keycloak.awaitReady();
        System.out.println(welcome(launch.baseUri(), launch.managementUri().orElseThrow()));
        int status = keycloak.waitFor();
        if (!ENDED_BY_SIGNAL.contains(status)) {
            throw new IllegalStateException("Keycloak has ended with " + status + ".");
        }
    }

    /** The port for the metrics, another one for each HTTP port: two demos can run at a time. */
    private static int managementPort(int httpPort) {
        int next = httpPort + 1000;
        return next <= 65535 ? next : httpPort - 1000;
    }

    /** The options of docs/monitoring.md, for a version that has them without a preview feature. */
    static String[] eventMetrics(String version) {
        boolean none = version.startsWith("26.0.") || version.startsWith("26.1.");
        return none
                ? new String[0]
                : new String[] {"--event-metrics-user-enabled=true", "--event-metrics-user-tags=realm,clientId"};
    }

    /** The calls of the documentation, at the root and below the realm. */
    static String welcome(URI base, URI management) {
        String calls = Texts.resource(RunDemo.class, "calls.txt");
        String realm = base + "/realms/" + Readiness.REALM;
        return String.join(
                System.lineSeparator(),
                "",
                "==== At the paths of the old APIs ====",
                calls.replace(DOCUMENTED_BASE, base.toString()),
                "==== The same below the realm ====",
                calls.replace(DOCUMENTED_BASE, realm),
                "Keycloak with Legacy Login is ready. Admin console: " + base + "/admin (admin, admin)",
                "What was called is counted at " + management + "/metrics, from Keycloak 26.2 on (docs/monitoring.md).",
                "The calls above can be pasted into a shell. Ctrl-C ends Keycloak; the next start goes on with its data.");
    }
}
