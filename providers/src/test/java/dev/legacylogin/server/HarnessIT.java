package dev.legacylogin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.legacylogin.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.RealmRepresentation;

/** The test server is what the tests take it for. */
@ResourceLock(TestRealm.DEMO)
class HarnessIT {

    @Test
    void demoRealmAnswers() {
        Answer answer = Answers.granted(Http.get("/realms/legacy/.well-known/openid-configuration"));

        assertThat(answer.text("/issuer")).isEqualTo(TestServer.get().baseUri() + "/realms/legacy");
    }

    @Test
    void rawRequestsAreAnswered() {
        Answer answer = RawHttp.send("HEAD /realms/legacy HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer.status()).isIn(200, 405);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theBuiltJarIsInstalled() throws Exception {
        Optional<byte[]> installed = TestServer.get().installedJar();
        assumeTrue(installed.isPresent(), "the files of a running server cannot be seen");

        assertThat(installed.get()).isEqualTo(Files.readAllBytes(Path.of(System.getProperty("legacy.server.jar"))));
    }

    @Test
    void versionIsTheServersOwn() {
        assertThat(TestServer.get().version())
                .isEqualTo(Admin.client().serverInfo().getInfo().getSystemInfo().getVersion());
    }

    @Test
    void copyOfTheRealmIsThereUntilClosedOrTheServerEnds() {
        TestRealm realm = TestRealm.forManyLogins();
        try (realm) {
            RealmRepresentation copy = realm.admin().toRepresentation();
            assertThat(copy.isBruteForceProtected()).isFalse();
            assertThat(realm.admin().users().search("TestUser", true)).hasSize(1);
        }
        assertThat(Http.get(realm.path("/.well-known/openid-configuration"))
                        .send()
                        .status())
                .isEqualTo(TestServer.get().outlivesTheTests() ? 404 : 200);
    }

    @Test
    void userIsThereUntilClosed() {
        TestRealm realm = TestRealm.demo();
        TestUser user = realm.createUser("a password");
        try (user) {
            user.requiredActions("UPDATE_PASSWORD").unlock();
            assertThat(user.admin().toRepresentation().getRequiredActions()).containsExactly("UPDATE_PASSWORD");
            assertThat(user.events()).isEmpty();
        }
        assertThat(realm.admin().users().search(user.username(), true)).isEmpty();
    }
}
