package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Once an admin has ended the session, everything that came of it is dead at every path. */
@ExtendWith(ManyLogins.class)
@Tag("threat-19")
class LogoutIT {
    private static final TestRealm realm = ManyLogins.realm();

    @ParameterizedTest
    @EnumSource
    void theAccessTokenIsInactive(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token = Calls.accessToken(route, realm, user);
            OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, route);
            assertThat(own.isActive(token)).isTrue();

            logOut(user);

            assertThat(own.isActive(token)).isFalse();
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_REFRESH_TOKEN")
    void theRefreshTokenIsDeadHereAndAtKeycloaksOwnEndpoint(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String alive = Calls.refreshToken(route, realm, user);
            Answers.granted(Calls.refresh(route, realm, alive));

            logOut(user);

            Answers.assertFailure(Calls.refresh(route, realm, alive).send(), Failure.wrongToken(route));
            assertThat(OwnTokenEndpoint.of(realm, route).refresh(alive).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#RENEWING")
    void theAccessTokenIsRenewedNoMore(Route route) {
        try (TestUser user = realm.createUser("a password")) {
            String token = Calls.accessToken(route, realm, user);
            Answers.granted(route, Calls.refresh(route, realm, token));

            logOut(user);

            Answers.assertFailure(Calls.refresh(route, realm, token).send(), Failure.wrongToken(route));
        }
    }

    private static void logOut(TestUser user) {
        String session = user.admin().getUserSessions().get(0).getId();
        realm.admin().deleteSession(session, false);
    }
}
