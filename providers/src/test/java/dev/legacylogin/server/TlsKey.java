package dev.legacylogin.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key for localhost with a certificate that it has signed itself, made by the JDK's keytool.
 *
 * @param keyStore the file that holds both
 */
public record TlsKey(Path keyStore) {

    private static final String PASSWORD = "for tests";

    /** A new one, in a file of this directory. */
    public static TlsKey create(Path directory) {
        Path keyStore = directory.resolve("localhost.p12");
        String options = "-keyalg EC -dname CN=localhost -ext SAN=dns:localhost,ip:127.0.0.1";
        Keytool.generate(keyStore, PASSWORD, "localhost", options);
        return new TlsKey(keyStore);
    }

    /** Keycloak's options for it. */
    List<String> options() {
        return List.of("--https-key-store-file=" + keyStore, "--https-key-store-password=" + PASSWORD);
    }

    /** What a client needs that trusts this certificate and no other one. */
    public SSLContext trusted() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyStore certificates = KeyStore.getInstance("PKCS12");
            certificates.load(null, null);
            certificates.setCertificateEntry("localhost", keys.getCertificate("localhost"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
