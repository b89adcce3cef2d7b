package dev.legacylogin.threats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.AsDescribed;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.function.Consumer;

/** A documented way to log in with a password, and the same client's way at Keycloak's own token endpoint. */
final class Login {
    /** Every way that is documented. */
    static final List<Login> ALL = Route.LOGINS.stream().map(Login::new).toList();

    /** Those with the credentials in the body. */
    static final List<Login> WITH_BODY =
            ALL.stream().filter(login -> login.route.readsBody()).toList();

    /** Of every client in the realms that {@link #realm} makes, so that Keycloak's own endpoint can be asked too. */
    static final String SECRET = Calls.SECRET;

    /** Half of a surrogate pair can be said in an escape only. */
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    final Route route;
    final String shape;
    final String clientId;

    private Login(Route route) {
        this.route = route;
        this.shape = AsDescribed.name(route.shape());
        this.clientId = route.clientId();
    }

    /** The one at this path. */
    static Login at(Route route) {
        return ALL.stream().filter(login -> login.route == route).findFirst().orElseThrow();
    }

    Http request(TestRealm realm, String username, String password) {
        return route.readsBody()
                ? Http.post(route, realm).json(ascii(Calls.body(route, username, password)))
                : Calls.request(route, realm, username, password);
    }

    Answer send(TestRealm realm, String username, String password) {
        return request(realm, username, password).send();
    }

    /** The same in the user's realm. */
    Http request(TestUser user, String password) {
        return request(user.realm(), user.username(), password);
    }

    /** The same in the user's realm. */
    Answer send(TestUser user, String password) {
        return request(user, password).send();
    }

    /** The documented answer to wrong credentials. */
    Failure denied(TestRealm realm) {
        return Failure.wrongSecret(route, realm);
    }

    /** The answer to a login that is refused for a reason that is neither the user's nor the client's. */
    Failure refused(TestRealm realm) {
        return Failure.refused(route, realm);
    }

    /** A login of the same client at Keycloak's own token endpoint. */
    Answer own(TestRealm realm, String username, String password) {
        return endpoint(realm).password(username, password);
    }

    /** The same in the user's realm. */
    Answer own(TestUser user, String password) {
        return own(user.realm(), user.username(), password);
    }

    /** Keycloak's own token endpoint, for the same client. */
    OwnTokenEndpoint endpoint(TestRealm realm) {
        return new OwnTokenEndpoint(realm, clientId, SECRET);
    }

    /** A copy of the demo realm in which every client has {@link #SECRET} and passport tells no names. */
    static TestRealm realm(Consumer<ObjectNode> change) {
        return TestRealm.copy(realm -> {
            RealmChange.clients(realm).forEach(client -> client.put("secret", SECRET));
            RealmChange.settings(realm, Route.PASSPORT.clientId()).put("unknown.username", "hidden");
            change.accept(realm);
        });
    }

    /** Such a realm in which so many failures in a row, however quick, lock a user for a quarter of an hour. */
    static TestRealm realmThatLocksAfter(int failures) {
        return realm(json -> json.put("failureFactor", failures)
                .put("quickLoginCheckMilliSeconds", 0)
                .put("waitIncrementSeconds", 900));
    }

    private static String ascii(ObjectNode body) {
        try {
            return ASCII.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return route.name();
    }
}
