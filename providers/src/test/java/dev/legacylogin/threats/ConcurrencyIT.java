package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.AtOnce;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Logins, refreshes, renewals, logouts and lockouts of the same and of different users at once: no 5xx, and no token
 * for who is locked or logged out.
 */
class ConcurrencyIT {
    private static final int THREADS = 16;
    private static final int REQUESTS = 600;

    @AutoClose
    private static TestRealm realm = Login.realmThatLocksAfter(3);

    @Test
    void nothingBreaksAndNobodyLockedOrLoggedOutGetsAToken() throws Exception {
        List<TestUser> users = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            users.add(realm.createUser(RIGHT));
        }
        TestUser locked = realm.createUser(RIGHT);
        // two users: Keycloak may refuse a login that follows another one of the same user at once
        TestUser loggedOut = realm.createUser(RIGHT);
        TestUser loggedOutToo = realm.createUser(RIGHT);
        lock(locked);
        String deadRefreshToken = Refresh.after(Route.SPHINX).token(loggedOut, RIGHT);
        String deadAccessToken = Login.at(Route.NOMIC).send(loggedOutToo, RIGHT).text("/token");
        loggedOut.admin().logout();
        loggedOutToo.admin().logout();

        List<Callable<Void>> work = new ArrayList<>();
        Random random = new Random(4711);
        for (int i = 0; i < REQUESTS; i++) {
            Login login = Login.ALL.get(random.nextInt(Login.ALL.size()));
            TestUser user = users.get(random.nextInt(users.size()));
            work.add(
                    switch (random.nextInt(6)) {
                        case 0, 1 -> () -> fine(login.send(user, RIGHT));
                        case 2 -> () -> refused(login.send(locked, RIGHT));
                        case 3 -> () -> refused(Refresh.after(Route.SPHINX).send(realm, deadRefreshToken));
                        case 4 -> () -> refused(renew(deadAccessToken));
                        default -> () -> loginRefreshLogout(user);
                    });
        }
        AtOnce.all(THREADS, work);
    }

    private static void lock(TestUser user) {
        for (int failure = 1; failure <= 3; failure++) {
            Login.at(Route.FUSIO).send(user, WRONG);
            Await.failures(user, failure);
        }
        assertThat(user.isLocked()).isTrue();
    }

    private static Answer renew(String token) {
        return Http.post(realm.path("/api/auth/token")).bearer(token).send();
    }

    private static Void loginRefreshLogout(TestUser user) {
        Answer login = Login.at(Route.SPHINX).own(user, RIGHT);
        fine(login);
        if (login.status() == 200) {
            fine(Refresh.after(Route.SPHINX).send(realm, login.text("/refresh_token")));
            user.admin().logout();
        }
        return null;
    }

    /** Granted or refused: Keycloak refuses parallel logins of one user, and logouts run beside. */
    private static Void fine(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        return null;
    }

    private static Void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        return null;
    }
}
