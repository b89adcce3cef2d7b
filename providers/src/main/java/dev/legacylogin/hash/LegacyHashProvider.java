package dev.legacylogin.hash;

import java.util.concurrent.Semaphore;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.dto.PasswordSecretData;

/**
 * Verifies the hashes of old applications that Keycloak cannot verify itself. The credential has the hash's whole text
 * as its secret value.
 *
 * <p>It hashes no new password in an old way: where a realm's policy names it as the hash algorithm, passwords are
 * hashed with the server's default algorithm.
 */
public class LegacyHashProvider implements PasswordHashProvider {
    /** Instead of this very provider, where the server's options make it the default. */
    private static final String ALWAYS_THERE = "pbkdf2-sha512";

    private final KeycloakSession session;
    private final Semaphore processors;

    LegacyHashProvider(KeycloakSession session, Semaphore processors) {
        this.session = session;
        this.processors = processors;
    }

    /** {@inheritDoc} False too for a text that an import would have refused, whatever put it into the database. */
    @Override
    public boolean verify(String rawPassword, PasswordCredentialModel credential) {
        try {
            return hash(credential) instanceof KeptHash kept && matches(kept, rawPassword);
        } catch (UnusableHashException e) {
            return false;
        }
    }

    private boolean matches(KeptHash kept, String rawPassword) {
        processors.acquireUninterruptibly();
        try {
            return kept.check().matches(Password.of(rawPassword));
        } finally {
            processors.release();
        }
    }

    @Override
    public boolean policyCheck(PasswordPolicy policy, PasswordCredentialModel credential) {
        return forNewPasswords().policyCheck(policy, credential);
    }

    @Override
    public PasswordCredentialModel encodedCredential(String rawPassword, int iterations) {
        return forNewPasswords().encodedCredential(rawPassword, iterations);
    }

    private PasswordHashProvider forNewPasswords() {
        PasswordHashProvider standard = session.getProvider(PasswordHashProvider.class);
        return standard instanceof LegacyHashProvider
                ? session.getProvider(PasswordHashProvider.class, ALWAYS_THERE)
                : standard;
    }

    /** The old hash's family, for Keycloak's metrics: the iterations would tell nothing. */
    @Override
    public String credentialHashingStrength(PasswordCredentialModel credential) {
        try {
            return hash(credential).family();
        } catch (UnusableHashException e) {
            return "unknown";
        }
    }

    private static Hash hash(PasswordCredentialModel credential) throws UnusableHashException {
        PasswordSecretData secret = credential.getPasswordSecretData();
        return Formats.read(secret == null ? null : secret.getValue());
    }

    @Override
    public void close() {
        // nothing to close
    }
}
