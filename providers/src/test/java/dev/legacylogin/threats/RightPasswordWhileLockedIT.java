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

/**
 * Threats 2, 4 and 7: the right password of a locked or disabled user, a wrong one, and an unknown user get the same
 * bytes; the true reason is in the event.
 */
@Tag("threat-2")
@Tag("threat-4")
@Tag("threat-7")
class RightPasswordWhileLockedIT {
    @AutoClose
    private static TestRealm realm = Login.realmThatLocksAfter(1);

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void threat2RightPasswordWhileLocked(Login login) {
        try (TestUser user = realm.createUser(RIGHT)) {
            Answer wrong = login.send(user, WRONG);
            Await.until(user::isLocked);
            Answer right = login.send(user, RIGHT);
            Threats.assertDenied(login, realm, wrong);
            Threats.assertSame(right, wrong);
            assertThat(right.headersWithoutDate()).isEqualTo(wrong.headersWithoutDate());
            assertThat(Threats.newest(user))
                    .isEqualTo("LOGIN_ERROR " + login.clientId + " user_temporarily_disabled " + login.shape);
            assertThat(Threats.sessions(user)).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void threat4UnknownWrongLockedAndDisabledAreTheSameBytes(Login login) {
        try (TestUser locked = realm.createUser(RIGHT);
                TestUser disabled = realm.createUser(RIGHT).change(user -> user.setEnabled(false))) {
            Answer wrong = login.send(locked, WRONG);
            Await.until(locked::isLocked);
            for (Answer other : new Answer[] {
                login.send(locked, WRONG),
                login.send(disabled, RIGHT),
                login.send(disabled, WRONG),
                login.send(realm, "nobody-of-this-name", WRONG)
            }) {
                Threats.assertSame(other, wrong);
                assertThat(other.headersWithoutDate()).isEqualTo(wrong.headersWithoutDate());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void threat7DisabledUser(Login login) {
        try (TestUser user = realm.createUser(RIGHT).change(disabled -> disabled.setEnabled(false))) {
            for (String password : new String[] {RIGHT, WRONG}) {
                Threats.assertDenied(login, realm, login.send(user, password));
                assertThat(Threats.newest(user))
                        .isEqualTo("LOGIN_ERROR " + login.clientId + " user_disabled " + login.shape);
            }
            assertThat(Threats.sessions(user)).isZero();
        }
    }
}
