package dev.legacylogin.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.RealmChange;
import dev.legacylogin.described.DescribedApi;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A realm for measuring, and who logs in there.
 *
 * @param realm a realm; in a copy of the demo realm all clients have the same known secret, and one of them describes
 *     its API by a preset
 * @param users who can log in
 */
record MeasuredRealm(TestRealm realm, List<User> users) {

    /** The client with the preset {@code simplejwt}. */
    static final String DESCRIBED = "described";

    private static final List<User> USERS = IntStream.range(0, 50)
            .mapToObj(i -> new User("measured" + i, "a password"))
            .toList();

    /** Somebody who can log in. */
    record User(String name, String password) {}

    /** One whose passwords have Keycloak's default hash. */
    static MeasuredRealm withDefaultHash() {
        return with(json -> json.remove("passwordPolicy"));
    }

    /** One whose passwords are hashed in one round, so that everything else shows. */
    static MeasuredRealm withOneRound() {
        return with(json -> {});
    }

    /** One whose clients have no form, so that no documented path answers. */
    static MeasuredRealm withoutForms() {
        return with(json -> RealmChange.clients(json).forEach(RealmChange::switchOff));
    }

    /** One with a hash of one round and a single user. */
    static MeasuredRealm withOneUser() {
        MeasuredRealm all = with(json -> {
            ArrayNode users = (ArrayNode) json.path("users");
            while (users.size() > 1) {
                users.remove(1);
            }
        });
        return new MeasuredRealm(all.realm, USERS.subList(0, 1));
    }

    /** One with any other changes. */
    static MeasuredRealm with(Consumer<ObjectNode> change) {
        return new MeasuredRealm(
                TestRealm.forManyLogins(json -> {
                    DescribedApi.addClient(json, DESCRIBED, Map.of("api", "simplejwt"));
                    RealmChange.settings(json, "legacy-fusio").put("response", "extended");
                    RealmChange.clients(json).forEach(client -> client.put("secret", Calls.SECRET));
                    addUsers(json);
                    change.accept(json);
                }),
                USERS);
    }

    private static void addUsers(ObjectNode json) {
        ObjectNode demo = RealmChange.user(json, "TestUser");
        ArrayNode users = json.putArray("users");
        for (User user : USERS) {
            ObjectNode copy = users.addObject().setAll(demo.deepCopy());
            copy.put("username", user.name()).put("email", user.name() + "@example.org");
            ((ObjectNode) copy.path("credentials").path(0)).put("value", user.password());
            ((ObjectNode) copy.path("attributes")).putArray("legacy_id").add(String.valueOf(users.size()));
        }
    }

    /** The demo realm, which answers at the root too, with one of its users and a hash of one round from now on. */
    static MeasuredRealm demo() {
        TestRealm demo = TestRealm.demo();
        demo.change(settings -> {
            settings.setBruteForceProtected(false);
            settings.setPasswordPolicy(TestRealm.CHEAP_HASH);
        });
        return new MeasuredRealm(demo, List.of(new User("mysusername", "abcd1234")));
    }
}
