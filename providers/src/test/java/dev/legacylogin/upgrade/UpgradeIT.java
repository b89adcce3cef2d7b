package dev.legacylogin.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.Shapes;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import dev.legacylogin.server.Upgrade;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * The server is replaced by a newer one over the same database, and back from a copy of it; then the jar is taken out
 * and put in again. One story, whose parts come in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeIT {
    @AutoClose
    private static Upgrade upgrade;

    private static TestRealm realm;
    private static TestUser user;
    private static Map<String, Map<String, String>> settings;

    /** What each login gave under the older version. */
    private static final Map<Route, Answer> BEFORE = new EnumMap<>(Route.class);

    @BeforeAll
    static void start() {
        upgrade = Upgrade.prepare();
        upgrade.startOlder();
        realm = TestRealm.copy(json -> {
            json.put("bruteForceProtected", false);
            json.put("accessTokenLifespan", 7200); // longer than the story takes on a busy machine
            RealmChange.settings(json, "legacy-fusio").put("response", "extended");
            RealmChange.settings(json, "legacy-pocketbase").put("cookie", "true");
            RealmChange.settings(json, "2").put("unknown.username", "hidden");
            RealmChange.settings(json, "legacy-sphinx").put("password.reset.redirect", "/forgotten");
            RealmChange.clients(json).forEach(RealmChange::addItselfToTheAudience);
        });
        user = realm.createUser("a password");
        settings = settings();
        assertThat(settings).hasSameSizeAs(Shapes.ALL);
        for (Route route : Route.LOGINS) {
            BEFORE.put(route, Answers.granted(Calls.right(route, realm, user)));
        }
        upgrade.stop();
        upgrade.database().backUp();
    }

    @Test
    @Order(1)
    void allIsThereAfterTheUpgrade() {
        upgrade.startNewer();

        assertAllIsThere();
    }

    /** Keycloak does not take its database back to an older version: the copy from before the upgrade does. */
    @Test
    @Order(2)
    void allIsThereAfterGoingBack() {
        upgrade.stop();
        upgrade.database().restore();
        upgrade.startOlder();

        assertAllIsThere();
    }

    @Test
    @Order(3)
    void withoutTheJarTheClientsGoOnAtKeycloaksOwnEndpoints() {
        upgrade.startNewerWithoutJar();

        for (Route route : Route.LOGINS) {
            Answer nothing = Calls.right(route, realm, user).send();
            Answer unknown = Http.post(realm.path("/no-such-path")).json("{}").send();
            assertThat(nothing.status()).isEqualTo(404);
            assertThat(nothing.body()).isEqualTo(unknown.body());
            assertThat(Http.post(route.path()).json("{}").send().status()).isEqualTo(404);
            assertThat(OwnTokenEndpoint.of(realm, route).password(user).json().has("access_token"))
                    .isTrue();
        }
        assertThat(settings()).isEqualTo(settings);
    }

    @Test
    @Order(4)
    void allIsThereWhenTheJarIsBack() {
        upgrade.startNewerWithJarAgain();

        assertAllIsThere();
    }

    private static void assertAllIsThere() {
        assertThat(settings()).isEqualTo(settings);
        for (Route route : Route.LOGINS) {
            Answer now = Answers.granted(Calls.right(route, realm, user));
            if (route == Route.POCKETBASE) {
                assertThat(now.header("Set-Cookie").orElseThrow()).startsWith("pb_auth=");
            }
            if (route.isRefreshed()) {
                Answers.granted(Calls.refresh(route, realm, Calls.refreshable(route, BEFORE.get(route))));
                Answers.granted(Calls.refresh(route, realm, Calls.refreshable(route, now)));
            } else {
                assertThat(OwnTokenEndpoint.of(realm, route).isActive(Calls.accessToken(route, BEFORE.get(route))))
                        .isTrue();
            }
        }
    }

    /** The settings forms of all clients, as the admin API gives them. */
    private static Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (ClientRepresentation client : realm.admin().clients().findAll()) {
            if (client.getProtocolMappers() != null) {
                client.getProtocolMappers().stream()
                        .filter(mapper -> mapper.getProtocolMapper().startsWith("legacy-login-"))
                        .forEach(mapper -> all.put(client.getClientId(), config(mapper)));
            }
        }
        return all;
    }

    private static Map<String, String> config(ProtocolMapperRepresentation mapper) {
        return new TreeMap<>(mapper.getConfig());
    }
}
