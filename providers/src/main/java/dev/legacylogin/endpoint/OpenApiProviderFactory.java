package dev.legacylogin.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** {@code GET /realms/REALM/legacy-login/openapi}: the description of all shapes, where one of them is on. */
public final class OpenApiProviderFactory implements RealmResourceProviderFactory {
    private byte[] document = {};

    @Override
    public String getId() {
        return "legacy-login";
    }

    @Override
    public void init(Config.Scope config) {
        try (InputStream file = getClass().getResourceAsStream("openapi.yaml")) {
            document = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            /** None is for Keycloak as if there were no such provider. */
            @Override
            public Object getResource() {
                return isAnyOn(session) ? new OpenApiResource(document) : null;
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    private static boolean isAnyOn(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return realm.isEnabled()
                && LegacyResourceProviderFactory.allPaths(session)
                        .anyMatch(path -> path.clients().all(realm).findAny().isPresent());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
