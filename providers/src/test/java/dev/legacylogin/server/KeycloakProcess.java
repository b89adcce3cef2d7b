package dev.legacylogin.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The process of a started Keycloak, and all that it started itself. They end with this JVM at the latest. */
final class KeycloakProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(300);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 200;
    private static final int TAIL_LINES = 40;

    private final Launch launch;
    private final Process process;

    private KeycloakProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    static KeycloakProcess start(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice()));
        builder.redirectOutput(launch.log()
                .map(Path::toFile)
                .map(ProcessBuilder.Redirect::to)
                .orElse(ProcessBuilder.Redirect.INHERIT));
        launch.applyTo(builder.environment());
        try {
            KeycloakProcess started = new KeycloakProcess(launch, builder.start());
            started.endWithThisJvm();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File nullDevice() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    /** Runs a command of {@code kc.sh} that ends by itself, such as {@code build}, and fails when it does. */
    static void run(Installation installation, List<String> arguments) {
        Launch launch = Launch.command(installation, arguments);
        Path log = installation.home().resolveSibling(arguments.get(0) + "-" + installation.version() + ".log");
        ProcessBuilder builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice())).redirectOutput(log.toFile());
        launch.applyTo(builder.environment());
        try {
            Process process = builder.start();
            if (!process.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Not done in " + START_TIMEOUT + ": " + arguments + ", see " + log);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "Ended with " + process.exitValue() + ": " + arguments + ", see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }

    private void endWithThisJvm() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-keycloak"));
        } catch (IllegalStateException e) { // this JVM is ending already
            close();
            throw e;
        }
    }

    /** Returns when the demo realm answers, and throws when it does not in time or the process has ended. */
    void awaitReady() {
        awaitReady(() -> Readiness.isReady(launch.baseUri()));
    }

    /** The same for a server that is ready when this holds. */
    void awaitReady(BooleanSupplier ready) {
        Instant end = Instant.now().plus(START_TIMEOUT);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "Keycloak ended with " + process.exitValue() + " at its start" + tail());
            }
            if (Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("Keycloak was not ready in " + START_TIMEOUT + tail());
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
        }
    }

    private String tail() {
        if (launch.log().isEmpty()) {
            return ".";
        }
        Path log = launch.log().get();
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            List<String> last = all.subList(Math.max(0, all.size() - TAIL_LINES), all.size());
            return ". The end of " + log + ":\n" + String.join("\n", last);
        } catch (IOException | UncheckedIOException e) {
            return "; its log " + log + " cannot be read: " + e.getMessage();
        }
    }

    /** Waits until Keycloak ends by itself. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** What the process and its descendants have had of the processors' time, to a hundredth of a second. */
    Duration cpuTime() {
        return tree().stream()
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The process that is Java, for the tools of the JDK: kc.sh is a shell, in whose place or below which it runs. */
    long javaProcess() {
        return tree().get(0).pid();
    }

    /** Ends the process and its descendants at once: they cannot do anything about it. */
    void kill() {
        List<ProcessHandle> all = tree();
        all.forEach(ProcessHandle::destroyForcibly);
        if (!allEnd(all)) {
            throw new IllegalStateException("Keycloak is still there after it was killed");
        }
    }

    /** Ends the process and its descendants: kc.sh is a shell above the server. */
    @Override
    public void close() {
        List<ProcessHandle> all = tree();
        all.forEach(ProcessHandle::destroy);
        if (!allEnd(all)) {
            Stream.concat(all.stream(), tree().stream()).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private List<ProcessHandle> tree() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    private static boolean allEnd(List<ProcessHandle> handles) {
        Instant end = Instant.now().plus(STOP_TIMEOUT);
        for (ProcessHandle handle : handles) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            handle.onExit().completeOnTimeout(null, left, TimeUnit.MILLISECONDS).join();
        }
        return handles.stream().noneMatch(ProcessHandle::isAlive);
    }
}
