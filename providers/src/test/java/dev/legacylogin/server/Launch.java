package dev.legacylogin.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How Keycloak is started: its command line and its environment.
 *
 * @param installation what is started
 * @param httpPort the port it answers on
 * @param managementPort the port for metrics, which are off without one: Keycloak opens no such port then
 * @param log the file that takes the output; without one it goes to the console
 * @param logLevel how much the extension itself logs
 * @param database {@code dev-mem} for a server that starts afresh, {@code dev-file} for one that keeps what it had
 */
record Launch(
        Installation installation,
        int httpPort,
        OptionalInt managementPort,
        Optional<Path> log,
        String logLevel,
        String database) {

    private static final String HOST = "127.0.0.1";
    private static final List<String> PROVIDERS = List.of("consumer", "auth", "api", "oauth", "v1");

    URI baseUri() {
        return URI.create("http://localhost:" + httpPort);
    }

    Optional<URI> managementUri() {
        return managementPort.isPresent()
                ? Optional.of(URI.create("http://localhost:" + managementPort.getAsInt()))
                : Optional.empty();
    }

    List<String> command() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = installation.home().resolve("bin").resolve(windows ? "kc.bat" : "kc.sh");
        List<String> command = new ArrayList<>(List.of(
                script.toString(),
                "start-dev",
                "--db=" + database,
                "--import-realm",
                "--http-host=" + HOST,
                "--http-port=" + httpPort,
                "--log-level=info,dev.legacylogin:" + logLevel));
        managementPort.ifPresent(port -> command.addAll(
                List.of("--metrics-enabled=true", "--http-management-host=" + HOST, "--http-management-port=" + port)));
        PROVIDERS.stream().map(Launch::rootRealm).forEach(command::add);
        return List.copyOf(command);
    }

    private static String rootRealm(String provider) {
        return "--spi-realm-restapi-extension--" + provider + "--root-realm=" + Readiness.REALM;
    }

    /** What the environment of the process has to say, whatever the caller's own says. */
    void applyTo(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Admin.USERNAME);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Admin.PASSWORD);
        // A short-lived server: no second compiler, and no 10 s of waiting for a D-Bus that a container does not have.
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        environment.put("DBUS_SYSTEM_BUS_ADDRESS", "disabled:");
    }
}
