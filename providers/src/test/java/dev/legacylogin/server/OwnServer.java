package dev.legacylogin.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server of one test class, beside the test server, with the jar, the demo realm and options that the test server must
 * not have. It builds itself at its start, so that options of the build can be among them; half a minute.
 */
public final class OwnServer extends ProcessServer {

    private final KeycloakProcess process;
    private final int httpsPort;

    private OwnServer(Launch launch, KeycloakProcess process, int httpsPort) {
        super(launch);
        this.process = process;
        this.httpsPort = httpsPort;
    }

    /**
     * Starts one that answers over TLS too.
     *
     * @param tls its key
     * @param options of {@code kc.sh}, which take the place of those of the demo
     */
    public static OwnServer start(TlsKey tls, String... options) {
        Installation built = Installation.ofBuild();
        Installation installation = built.linkedTo(built.home().resolveSibling("own-" + built.version()));
        installation.prepare();
        int httpsPort = Ports.free();
        List<String> all = new ArrayList<>(tls.options());
        all.add("--https-port=" + httpsPort);
        all.addAll(List.of(options));
        Launch launch = Launch.development(
                        installation,
                        Ports.free(),
                        OptionalInt.empty(),
                        Optional.of(installation.home().resolveSibling("own-" + installation.version() + ".log")),
                        "debug",
                        "dev-mem")
                .with(all.toArray(String[]::new));
        KeycloakProcess process = KeycloakProcess.start(launch);
        process.awaitReady(() -> Readiness.isReady(launch.baseUri()) && Ports.taken(httpsPort));
        return new OwnServer(launch, process, httpsPort);
    }

    /** Where it answers over TLS, with its relative path and without a slash at the end. */
    public URI secureUri() {
        return URI.create("https://localhost:" + httpsPort + baseUri().getRawPath());
    }

    @Override
    public void close() {
        process.close();
    }
}
