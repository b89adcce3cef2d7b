package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A realm whose policy names {@code legacy-hash} as its hash algorithm: passwords are hashed as in any other realm. */
class LegacyHashPolicyIT {
    /** Keycloak's default. */
    private static final String DEFAULT = "argon2";

    @AutoClose
    private static final TestRealm REALM = TestRealm.forManyLogins(
            realm -> realm.put("passwordPolicy", "hashAlgorithm(legacy-hash) and hashIterations(27500)"));

    private static final OwnTokenEndpoint OWN = OwnTokenEndpoint.of(REALM, Route.FUSIO);

    @Test
    void newPasswordsAreHashedByKeycloak() {
        try (TestUser user = REALM.createUser("first")) {
            assertLogsIn(user);
            assertThat(Stored.algorithm(user)).isEqualTo(DEFAULT);

            user.admin().resetPassword(TestUser.passwordOf("second"));

            assertThat(OWN.password(user.username(), "second").status()).isEqualTo(200);
            assertThat(OWN.password(user).status()).isIn(400, 401);
            assertThat(Stored.algorithm(user)).isEqualTo(DEFAULT);
        }
    }

    @Test
    void oldHashesAreReplaced() {
        try (TestUser user = Stored.user(REALM, Vector.of("bcrypt"))) {
            assertLogsIn(user);
            Stored.awaitAlgorithm(user, DEFAULT);

            assertLogsIn(user);
        }
    }

    private static void assertLogsIn(TestUser user) {
        Route route = Route.FUSIO;
        assertThat(Calls.accessToken(route, REALM, user)).isNotBlank();
        assertThat(OWN.password(user).status()).isEqualTo(200);
        Answers.assertFailure(Calls.wrong(route, REALM, user).send(), Failure.wrongSecret(route, REALM));
    }
}
