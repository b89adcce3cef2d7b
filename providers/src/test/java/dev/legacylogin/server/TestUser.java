package dev.legacylogin.server;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A user made for one test.
 *
 * @param realm the user's realm
 * @param id Keycloak's id of the user
 * @param username a name that no other user has
 * @param password the user's password
 */
public record TestUser(TestRealm realm, String id, String username, String password) implements AutoCloseable {

    static TestUser create(TestRealm realm, String password) {
        return create(realm, password, passwordOf(password));
    }

    static TestUser create(TestRealm realm, String password, CredentialRepresentation credential) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(TestRealm.unique("user"));
        user.setFirstName("Test");
        user.setLastName("User");
        user.setEmail(user.getUsername() + "@example.org");
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setCredentials(List.of(credential));
        try (Response response = realm.admin().users().create(user)) {
            return new TestUser(realm, CreatedResponseUtil.getCreatedId(response), user.getUsername(), password);
        }
    }

    /** A password as the admin API takes it. */
    public static CredentialRepresentation passwordOf(String value) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(value);
        return credential;
    }

    /** The administration of this user. */
    public UserResource admin() {
        return realm.admin().users().get(id);
    }

    /** Changes the user, such as {@code user -> user.setEnabled(false)}. */
    public TestUser change(Consumer<UserRepresentation> change) {
        UserRepresentation user = admin().toRepresentation();
        change.accept(user);
        admin().update(user);
        return this;
    }

    /** Gives the user these attributes and no others. */
    public TestUser attributes(Map<String, String> attributes) {
        return change(user -> user.setAttributes(attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> List.of(attribute.getValue())))));
    }

    /** Sets what the user has to do before the next login, such as {@code UPDATE_PASSWORD}. */
    public TestUser requiredActions(String... actions) {
        return change(user -> user.setRequiredActions(List.of(actions)));
    }

    /** How many login failures Keycloak has counted of this user. */
    public int failures() {
        return (int) bruteForceStatus().get("numFailures");
    }

    /** Whether Keycloak has locked this user, for a while or until an admin comes. */
    public boolean isLocked() {
        return (boolean) bruteForceStatus().get("disabled");
    }

    private Map<String, Object> bruteForceStatus() {
        return realm.admin().attackDetection().bruteForceUserStatus(id);
    }

    /** Forgets this user's login failures. */
    public void unlock() {
        realm.admin().attackDetection().clearBruteForceForUser(id);
    }

    /** The login events of this user, the newest first. */
    public List<EventRepresentation> events() {
        return realm.events().stream()
                .filter(event -> id.equals(event.getUserId()))
                .toList();
    }

    /** Deletes the user. */
    @Override
    public void close() {
        admin().remove();
    }
}
