package dev.legacylogin.server;

import dev.legacylogin.Shapes;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How Keycloak is started: its command line and its environment.
 *
 * @param installation what is started
 * @param arguments the command of {@code kc.sh} and its options, but for the ports
 * @param javaOptions options for Java, besides those that Keycloak's script has
 * @param httpPort the port it answers on, for a command that starts a server
 * @param managementPort the port for metrics and health, which are off without one: Keycloak opens no such port then
 * @param log the file that takes the output; without one it goes to the console
 */
record Launch(
        Installation installation,
        List<String> arguments,
        String javaOptions,
        OptionalInt httpPort,
        OptionalInt managementPort,
        Optional<Path> log) {

    static final String HOST = "127.0.0.1";

    private static final String RELATIVE_PATH = "--http-relative-path=";

    /** For Java: no second compiler, which a short-lived process does not earn back. A measurement says something else. */
    static final String SHORT_LIVED = System.getProperty("server.java-options", "-XX:TieredStopAtLevel=1");

    /** Options that let the demo realm answer the documented paths at the root of the server. */
    static final List<String> ROOT_REALMS = Shapes.ALL.stream()
            .map(shape ->
                    "--spi-realm-restapi-extension--legacy-login--" + shape.name() + "-root-realm=" + Readiness.REALM)
            .toList();

    /**
     * A development server with the demo realm.
     *
     * @param logLevel how much the extension itself logs
     * @param database {@code dev-mem} for a server that starts afresh, {@code dev-file} for one that keeps what it had
     */
    static Launch development(
            Installation installation,
            int httpPort,
            OptionalInt managementPort,
            Optional<Path> log,
            String logLevel,
            String database) {
        List<String> arguments = new ArrayList<>(List.of("start-dev", "--db=" + database));
        if (managementPort.isPresent()) {
            arguments.add("--metrics-enabled=true");
        }
        arguments.addAll(demoRealm(logLevel));
        return new Launch(installation, arguments, "", OptionalInt.of(httpPort), managementPort, log);
    }

    /** A command that starts no server. */
    static Launch command(Installation installation, List<String> arguments) {
        return new Launch(
                installation, arguments, SHORT_LIVED, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** The options that import the demo realm and answer its documented paths at the root. */
    static List<String> demoRealm(String logLevel) {
        List<String> options =
                new ArrayList<>(List.of("--import-realm", "--log-level=info,dev.legacylogin:" + logLevel));
        options.addAll(ROOT_REALMS);
        return options;
    }

    /** The same with more options, which take the place of those of the same name. */
    Launch with(String... options) {
        List<String> names = Stream.of(options).map(Launch::name).toList();
        List<String> all = new ArrayList<>(arguments);
        all.removeIf(argument -> names.contains(name(argument)));
        all.addAll(List.of(options));
        return new Launch(installation, all, javaOptions, httpPort, managementPort, log);
    }

    /** The same with these options for Java. */
    Launch withJava(String options) {
        return new Launch(installation, arguments, options, httpPort, managementPort, log);
    }

    private static String name(String option) {
        return option.replaceFirst("=.*", "");
    }

    URI baseUri() {
        return URI.create("http://localhost:" + httpPort.orElseThrow() + relativePath());
    }

    private String relativePath() {
        return arguments.stream()
                .filter(argument -> argument.startsWith(RELATIVE_PATH))
                .map(argument -> argument.substring(RELATIVE_PATH.length()))
                .findFirst()
                .orElse("");
    }

    Optional<URI> managementUri() {
        return managementPort.isPresent()
                ? Optional.of(URI.create("http://localhost:" + managementPort.getAsInt()))
                : Optional.empty();
    }

    List<String> command() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = installation.home().resolve("bin").resolve(windows ? "kc.bat" : "kc.sh");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        httpPort.ifPresent(port -> command.addAll(List.of("--http-host=" + HOST, "--http-port=" + port)));
        managementPort.ifPresent(
                port -> command.addAll(List.of("--http-management-host=" + HOST, "--http-management-port=" + port)));
        return List.copyOf(command);
    }

    /** What the environment of the process has to say, whatever the caller's own says. */
    void applyTo(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Admin.USERNAME);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Admin.PASSWORD);
        environment.put("JAVA_OPTS_APPEND", javaOptions);
        // no 10 s of waiting for a D-Bus that a container does not have
        environment.put("DBUS_SYSTEM_BUS_ADDRESS", "disabled:");
    }
}
