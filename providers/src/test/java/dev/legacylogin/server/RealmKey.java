package dev.legacylogin.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * The signing key of the realm copies, made once a run by the JDK's keytool: Keycloak would make two RSA keys for every
 * realm, which takes seconds each.
 *
 * @param privateKey PKCS 8 in base64
 * @param certificate X.509 in base64
 */
record RealmKey(String privateKey, String certificate) {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "realm";
    private static RealmKey key;

    /** Gives a realm this key instead of generated ones. */
    static void into(ObjectNode realm) {
        RealmKey made = get();
        ArrayNode providers = realm.withObject("/components").putArray("org.keycloak.keys.KeyProvider");
        ObjectNode rsa = providers.addObject().put("name", "rsa").put("providerId", "rsa");
        ObjectNode config = rsa.putObject("config");
        config.putArray("privateKey").add(made.privateKey);
        config.putArray("certificate").add(made.certificate);
        config.putArray("priority").add("100");
        ObjectNode hmac = providers.addObject().put("name", "hmac").put("providerId", "hmac-generated");
        hmac.putObject("config").putArray("algorithm").add("HS512");
        providers
                .addObject()
                .put("name", "aes")
                .put("providerId", "aes-generated")
                .putObject("config");
    }

    private static synchronized RealmKey get() {
        if (key == null) {
            key = make();
        }
        return key;
    }

    private static RealmKey make() {
        try {
            Path directory = Files.createTempDirectory("realm-key");
            Path file = directory.resolve("key.p12");
            Keytool.generate(file, PASSWORD, ALIAS, "-keyalg RSA -keysize 2048 -validity 3650 -dname CN=realm");
            RealmKey made = read(file);
            Files.delete(file);
            Files.delete(directory);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RealmKey read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        Base64.Encoder base64 = Base64.getEncoder();
        return new RealmKey(
                base64.encodeToString(
                        store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()),
                base64.encodeToString(store.getCertificate(ALIAS).getEncoded()));
    }
}
