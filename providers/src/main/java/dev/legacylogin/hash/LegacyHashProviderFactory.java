package dev.legacylogin.hash;

import com.google.auto.service.AutoService;
import java.util.concurrent.Semaphore;
import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** Offers {@link LegacyHashProvider} to Keycloak, except in FIPS mode, where Bouncy Castle's classes are missing. */
@AutoService(PasswordHashProviderFactory.class)
public class LegacyHashProviderFactory implements PasswordHashProviderFactory, EnvironmentDependentProviderFactory {
    /** What the credentials name as their algorithm. */
    public static final String ID = "legacy-hash";

    /** As many at once as there are processors, as Keycloak does for Argon2: more only take more memory. */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return !Profile.isFeatureEnabled(Profile.Feature.FIPS);
    }

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        return new LegacyHashProvider(session, processors);
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to do
    }

    @Override
    public void close() {
        // nothing to close
    }
}
