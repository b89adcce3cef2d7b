package dev.legacylogin.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's tool for keys. */
final class Keytool {
    private Keytool() {}

    /**
     * Makes a PKCS #12 key store with a new key and its certificate, which nobody but itself has signed.
     *
     * @param alias the key's name in the key store
     * @param options what key and what certificate, separated by spaces
     */
    static void generate(Path keyStore, String password, String alias, String options) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", keyStore.toString(), "-storepass", password, "-alias", alias));
        command.addAll(List.of(options.split(" ")));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool made no key");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
