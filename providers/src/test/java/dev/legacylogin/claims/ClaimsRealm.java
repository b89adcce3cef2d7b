package dev.legacylogin.claims;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.function.Consumer;

/** A realm whose clients have all that a token is good for, and the setting that its tests are about. */
final class ClaimsRealm {
    private ClaimsRealm() {}

    static TestRealm create(String claims) {
        return create(claims, realm -> {});
    }

    static TestRealm create(String claims, Consumer<ObjectNode> change) {
        return TestRealm.forManyLogins(realm -> {
            change.accept(realm);
            RealmChange.events(realm, "LOGIN", "REFRESH_TOKEN");
            RealmChange.settings(realm, Route.FUSIO.clientId()).put("response", "extended");
            RealmChange.clients(realm).forEach(client -> equip(client, claims));
        });
    }

    /** Roles, and so an audience; its own introspection and exchange; the claims. */
    private static void equip(ObjectNode client, String claims) {
        client.put("fullScopeAllowed", true);
        RealmChange.addItselfToTheAudience(client);
        RealmChange.attribute(client, "standard.token.exchange.enabled", "true");
        RealmChange.settings(client).put("claims", claims);
    }

    static void set(TestRealm realm, Route route, String claims) {
        Clients.set(realm, route.clientId(), Map.of("claims", claims));
    }

    /** A user with what the claims of every shape are made of. */
    static TestUser user(TestRealm realm) {
        return realm.createUser("a password").attributes(Map.of("legacy_id", "37", "role", "100"));
    }

    /** The tokens of a login, and of what its app goes on with. */
    static Answer refreshed(Route route, TestRealm realm, Answer login) {
        return Calls.refresh(route, realm, Calls.refreshable(route, login)).send();
    }
}
