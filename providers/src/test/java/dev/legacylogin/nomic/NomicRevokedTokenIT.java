package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Await;
import dev.legacylogin.Clients;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that were good a moment ago: {@code /api/auth/token} refuses them at once. */
@Tag("threat-19")
@ResourceLock(TestRealm.DEMO)
class NomicRevokedTokenIT {

    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    private final NomicPath path = NomicPath.of(realm);
    private final TestUser user = realm.createUser("a password");

    @Test
    void afterTheLogoutOfTheSession() {
        String token = goodToken();
        String another = goodToken();
        realm.admin().deleteSession(Jwt.of(token).text("sid"), false);

        NomicPath.assertRefused(path.renew(token));
        path.renewed(another);
    }

    @Test
    void afterTheLogoutAtKeycloaksOwnEndpoint() {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, NomicPath.CLIENT);
        JsonNode tokens = own.password(user, "openid").json();
        String token = path.renewed(tokens.path("access_token").textValue());
        assertThat(own.logout(tokens.path("refresh_token").textValue()).status())
                .isEqualTo(204);

        NomicPath.assertRefused(path.renew(token));
    }

    @Test
    void afterTheLogoutOfAllSessionsOfTheUser() {
        String token = goodToken();
        String another = goodToken();
        user.admin().logout();

        NomicPath.assertRefused(path.renew(token));
        NomicPath.assertRefused(path.renew(another));
        path.loggedIn(user);
    }

    @Test
    void afterTheRevocationOfTheToken() {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, NomicPath.CLIENT);
        String token = goodToken();
        String another = goodToken();
        assertThat(own.revoke(token).status()).isEqualTo(200);

        NomicPath.assertRefused(path.renew(token));
        path.renewed(another);
    }

    @Test
    void afterAPushOfTheRealmsNotBefore() {
        assertRefusedAfter(notBefore -> {
            realm.change(settings -> settings.setNotBefore(notBefore));
            realm.admin().pushRevocation();
        });
    }

    @Test
    void afterAPushOfTheClientsNotBefore() {
        assertRefusedAfter(notBefore -> {
            Clients.change(realm, NomicPath.CLIENT, client -> client.setNotBefore(notBefore));
            Clients.admin(realm, NomicPath.CLIENT).pushRevocation();
        });
    }

    /** Pushes a point in time just after a token's issue, in seconds; later tokens are good. */
    private void assertRefusedAfter(IntConsumer push) {
        String token = goodToken();
        int notBefore = (int) Jwt.of(token).seconds("iat") + 1;
        push.accept(notBefore);

        NomicPath.assertRefused(path.renew(token));
        Await.untilAfter(notBefore);
        goodToken();
    }

    @Test
    void afterTheUserIsDisabled() {
        String token = goodToken();
        user.change(u -> u.setEnabled(false));

        NomicPath.assertRefused(path.renew(token));
    }

    @Test
    void afterTheUserIsDeleted() {
        String token = goodToken();
        user.close();

        NomicPath.assertRefused(path.renew(token));
    }

    @Test
    void whileTheUserIsLocked() {
        TestRealm demo = TestRealm.demo();
        NomicPath locking = NomicPath.of(demo);
        try (TestUser guessed = demo.createUser("a password")) {
            String token = locking.loggedIn(guessed);
            locking.lock(guessed);
            NomicPath.assertRefused(locking.renew(token));

            guessed.unlock();
            locking.renewed(token);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PASSWORD", "CONFIGURE_TOTP"})
    void whileAnActionIsRequired(String action) {
        String token = goodToken();
        user.requiredActions(action);
        NomicPath.assertRefused(path.renew(token));

        user.requiredActions();
        path.renewed(token);
    }

    @Test
    void whileTheClientIsDisabled() {
        String token = goodToken();
        Clients.change(realm, NomicPath.CLIENT, client -> client.setEnabled(false));
        try {
            NomicPath.assertRefused(path.renew(token));
            NomicPath.assertRefused(path.login(user.username(), user.password()));
        } finally {
            Clients.change(realm, NomicPath.CLIENT, client -> client.setEnabled(true));
        }
        path.renewed(token);
    }

    @Test
    void afterItsOwnEnd() {
        lifespan("1");
        try {
            String token = path.loggedIn(user);
            Await.untilAfter(Jwt.of(token).seconds("exp"));

            NomicPath.assertRefused(path.renew(token));
        } finally {
            lifespan("7200");
        }
    }

    private static void lifespan(String seconds) {
        Clients.change(realm, NomicPath.CLIENT, client -> client.getAttributes().put("access.token.lifespan", seconds));
    }

    private String goodToken() {
        return path.renewed(path.loggedIn(user));
    }
}
