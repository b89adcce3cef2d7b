package dev.legacylogin.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.AsDescribed;
import dev.legacylogin.RealmChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * A realm of the test server: the demo realm, or a copy of it for a test that changes the realm's settings.
 *
 * @param name the realm's name
 */
public record TestRealm(String name) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_EVENTS = 1000;

    /** Keycloak's default hash is costly on purpose, and a test run hashes some thousand passwords. */
    public static final String CHEAP_HASH = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    /**
     * What a class locks ({@link org.junit.jupiter.api.parallel.ResourceLock}) that uses the demo realm. Keycloak refuses a
     * user who logs in twice at once, and the users of that realm are everybody's.
     */
    public static final String DEMO = "demo realm";

    /**
     * The demo realm. Tests add users to it and leave everything else as it is. Brute force detection is on, so none of
     * them logs in twice in a row: see {@link #forManyLogins()}.
     */
    public static TestRealm demo() {
        return AsDescribed.isOn() ? AsDescribed.demo() : new TestRealm(Readiness.REALM);
    }

    /** A realm as Keycloak makes one, with nothing of ours. */
    public static TestRealm fresh() {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(unique("fresh"));
        realm.setEnabled(true);
        Admin.client().realms().create(realm);
        return new TestRealm(realm.getRealm());
    }

    /** A copy of the demo realm under a name of its own, but for a cheaper password hash and no keys of its own. */
    public static TestRealm copy() {
        return copy(realm -> {});
    }

    /**
     * A changed copy of the demo realm.
     *
     * @param change changes the JSON of the realm before it is created
     */
    public static TestRealm copy(Consumer<ObjectNode> change) {
        String name = unique("realm");
        ObjectNode realm = demoJson(name);
        change.accept(realm);
        AsDescribed.into(realm);
        Answer answer = Http.post("/admin/realms").asAdmin().json(realm).send();
        if (answer.status() != 201) {
            throw new AssertionError("The realm was not created: " + answer);
        }
        return new TestRealm(name);
    }

    /**
     * A copy in which one user can log in again and again. With brute force detection on, Keycloak refuses a login
     * while it still takes note of the one before, also when they come one after the other.
     */
    public static TestRealm forManyLogins() {
        return forManyLogins(realm -> {});
    }

    /** The same with more changes. */
    public static TestRealm forManyLogins(Consumer<ObjectNode> change) {
        return copy(change.andThen(RealmChange::withoutBruteForceDetection));
    }

    private static ObjectNode demoJson(String name) {
        Path file = Path.of(System.getProperty("legacy.server.realm-config"), Readiness.REALM + "-realm.json");
        try {
            String json = Files.readString(file).replace("default-roles-" + Readiness.REALM, "default-roles-" + name);
            ObjectNode realm = (ObjectNode) JSON.readTree(json);
            RealmKey.into(realm);
            return realm.put("realm", name).put("passwordPolicy", CHEAP_HASH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Where a documented path answers below this realm: {@code path("/consumer/login")}. */
    public String path(String documented) {
        return AsDescribed.path("/realms/" + name + documented);
    }

    /** The administration of this realm. */
    public RealmResource admin() {
        return Admin.realm(name);
    }

    /** A new user who can log in, deleted by {@link TestUser#close()}. */
    public TestUser createUser(String password) {
        return TestUser.create(this, password);
    }

    /**
     * A new user who has a password already.
     *
     * @param password the password
     * @param credential its hash, as a realm's export has it
     */
    public TestUser createUser(String password, CredentialRepresentation credential) {
        return TestUser.create(this, password, credential);
    }

    /** The realm's login events, the newest first. */
    public List<EventRepresentation> events() {
        return admin().getEvents(null, null, null, null, null, null, 0, MAX_EVENTS);
    }

    /** Changes the realm's settings, such as {@code realm -> realm.setVerifyEmail(true)}. */
    public void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation realm = admin().toRepresentation();
        change.accept(realm);
        admin().update(realm);
    }

    /**
     * Deletes the realm if it is a copy and the server outlives the tests. Otherwise it stays until the server ends, and
     * only its administrator leaves it: while a realm is removed, Keycloak answers 500 now and then to an administrator of
     * it who is at work in another one.
     */
    @Override
    public void close() {
        if (name.equals(Readiness.REALM) || AsDescribed.isDemo(this)) {
            return;
        }
        if (TestServer.get().outlivesTheTests()) {
            admin().remove();
        } else {
            Admin.release(this);
        }
    }
}
