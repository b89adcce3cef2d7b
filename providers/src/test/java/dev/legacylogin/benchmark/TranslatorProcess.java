package dev.legacylogin.benchmark;

import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The {@link Translator} as a process of its own, which ends with this one at the latest. */
final class TranslatorProcess implements AutoCloseable {

    private final Process process;
    private final Target target;
    private final MeasuredRealm measured;

    private TranslatorProcess(Process process, Target target, MeasuredRealm measured) {
        this.process = process;
        this.target = target;
        this.measured = measured;
    }

    /**
     * Starts one in front of a realm.
     *
     * @param keycloak the server, whose processor time counts too
     */
    static TranslatorProcess before(Target keycloak, MeasuredRealm measured) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dsun.net.httpserver.nodelay=true", // or every answer may wait for 40 ms
                            "-cp",
                            System.getProperty("java.class.path"),
                            Translator.class.getName(),
                            keycloak.uri() + measured.realm().path("/protocol/openid-connect"),
                            Calls.SECRET)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            URI uri = URI.create("http://127.0.0.1:" + firstLine(process));
            return new TranslatorProcess(
                    process, new Target(uri, () -> keycloak.cpuTime().get().plus(cpuTime(process))), measured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static Duration cpuTime(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Logins at one of its paths, which are those of all old APIs. */
    Visit login(Route route) {
        return new OldApp(target, measured, route).loginAtRoot();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
