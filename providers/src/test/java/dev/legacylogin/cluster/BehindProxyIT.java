package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Cluster;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.Node;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server whose public address has a path of its own, as behind a proxy that takes that path away, and a root realm
 * whose name does not stand in a URL as it is.
 */
class BehindProxyIT {
    private static final String PUBLIC = "https://id.example.org/kc";
    private static final String ROOT_REALM = "The old 100% höme";

    private static Node node;
    private static TestRealm realm;

    @BeforeAll
    static void start() {
        node = Cluster.get().a();
        realm = ClusterRealm.create(
                json -> json.put("bruteForceProtected", false).put("sslRequired", "none"));
        node.close();
        node.start(
                "--hostname=" + PUBLIC,
                "--proxy-headers=xforwarded",
                "--spi-realm-restapi-extension--legacy-login--fusio-root-realm=" + ROOT_REALM,
                "--spi-realm-restapi-extension--legacy-login--pocketbase-root-realm=" + realm.name());
    }

    @AfterAll
    static void startAsBefore() {
        node.close();
        node.start();
        realm.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "X-Forwarded-Prefix"})
    void pocketbaseNamesThePublicUrl(String header) {
        for (String path : new String[] {realm.path("/auth/login"), "/auth/login"}) {
            Http request = Calls.request(Route.POCKETBASE, path, "nobody", "wrong");
            if (!header.equals("none")) {
                request.header(header, "/kc");
            }

            Answers.assertFailure(
                    request.at(node.baseUri()).send(), Failure.wrongSecret(Route.POCKETBASE, PUBLIC + path));
        }
    }

    @Test
    void aPageOfThePublicAddressIsOfTheSameOrigin() {
        try (TestUser user = realm.createUser("a password")) {
            Answers.granted(
                    Route.POCKETBASE,
                    Calls.right(Route.POCKETBASE, realm, user)
                            .header("Origin", "https://id.example.org")
                            .at(node.baseUri()));
        }
    }

    @Test
    void aRootRealmMayHaveAnyName() {
        var named = realm.admin().toRepresentation();
        named.setRealm(ROOT_REALM);
        realm.admin().update(named);
        try {
            assertThat(Calls.request(Route.FUSIO, Route.FUSIO.path(), "nobody", "wrong")
                            .at(node.baseUri())
                            .send()
                            .body())
                    .isEqualTo(Failure.wrongSecret(Route.FUSIO, "").body());
        } finally {
            named.setRealm(realm.name());
            Admin.realm(ROOT_REALM).update(named);
        }
    }
}
