package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 1: wrong passwords at a legacy path and at Keycloak's own endpoint are one counter and one lock. */
@Tag("threat-1")
class SharedLockoutIT {
    private static final int MAX = 3;

    @AutoClose
    private static TestRealm realm = Login.realmThatLocksAfter(MAX);

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void failuresAtTheLegacyPathLockKeycloaksOwn(Login login) {
        try (TestUser legacy = realm.createUser(RIGHT);
                TestUser own = realm.createUser(RIGHT)) {
            for (int failure = 1; failure <= MAX; failure++) {
                Threats.assertDenied(login, realm, login.send(legacy, WRONG));
                assertThat(login.own(own, WRONG).status()).isIn(400, 401);
                Await.failures(own, failure);
                Await.failures(legacy, failure);
            }
            assertThat(own.isLocked()).isTrue();
            assertThat(legacy.isLocked()).isTrue();
            Answer lockedByLegacy = login.own(legacy, RIGHT);
            Answer lockedByOwn = login.own(own, RIGHT);
            Threats.assertSame(lockedByLegacy, lockedByOwn);
            assertThat(Threats.newest(legacy))
                    .isEqualTo("LOGIN_ERROR " + login.clientId + " user_temporarily_disabled null");
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void failuresAtKeycloaksOwnLockTheLegacyPath(Login login) {
        try (TestUser user = realm.createUser(RIGHT)) {
            for (int failure = 1; failure <= MAX; failure++) {
                login.own(user, WRONG);
                Await.failures(user, failure);
            }
            Threats.assertDenied(login, realm, login.send(user, RIGHT));
            assertThat(Threats.newest(user))
                    .isEqualTo("LOGIN_ERROR " + login.clientId + " user_temporarily_disabled " + login.shape);
        }
    }
}
