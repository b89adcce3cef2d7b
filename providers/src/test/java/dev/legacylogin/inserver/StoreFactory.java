package dev.legacylogin.inserver;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.UserStorageProviderFactory;

/** Registers {@link Store}. */
public final class StoreFactory implements UserStorageProviderFactory<Store> {
    /** The provider's id in a realm's user federation. */
    public static final String ID = "inserver-store";

    @Override
    public Store create(KeycloakSession session, ComponentModel model) {
        return new Store(session, model);
    }

    @Override
    public String getId() {
        return ID;
    }
}
