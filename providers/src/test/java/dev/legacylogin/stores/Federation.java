package dev.legacylogin.stores;

import dev.legacylogin.server.TestRealm;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** The user stores of a realm. */
final class Federation {
    static final String STORE = "org.keycloak.storage.UserStorageProvider";

    private Federation() {}

    /**
     * Adds a store, or a part of one.
     *
     * @param parent the store of a part, {@code null} for a store
     * @return its id
     */
    static String add(
            TestRealm realm, String name, String type, String provider, String parent, Map<String, String> config) {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setName(name);
        component.setProviderType(type);
        component.setProviderId(provider);
        component.setParentId(parent);
        component.setConfig(new MultivaluedHashMap<>());
        config.forEach(component.getConfig()::putSingle);
        try (Response response = realm.admin().components().add(component)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /** Lets users log in whose profile is incomplete. */
    static void takeIncompleteProfiles(TestRealm realm) {
        RequiredActionProviderRepresentation action = realm.admin().flows().getRequiredAction("VERIFY_PROFILE");
        action.setEnabled(false);
        realm.admin().flows().updateRequiredAction(action.getAlias(), action);
    }
}
