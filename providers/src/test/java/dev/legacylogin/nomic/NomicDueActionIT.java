package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A renewal is refused where a login would find something to do first, and granted again when that is done. */
class NomicDueActionIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> json.put("verifyEmail", true));

    /** What becomes of a user who has a token. */
    enum Change {
        PROFILE_INCOMPLETE(
                List.of(),
                user -> user.change(it -> it.setLastName("")),
                user -> user.change(it -> it.setLastName("User"))),
        EMAIL_UNVERIFIED(
                List.of("VERIFY_EMAIL"),
                user -> user.change(it -> it.setEmailVerified(false)),
                user -> user.change(it -> it.setEmailVerified(true))),
        PASSWORD_TOO_OLD(
                List.of("UPDATE_PASSWORD"),
                user -> {
                    Await.untilAfter(Instant.now().getEpochSecond()); // Keycloak counts whole seconds
                    policy(" and forceExpiredPasswordChange(0)");
                },
                user -> policy(""));

        private final List<String> actions;
        private final Consumer<TestUser> make;
        private final Consumer<TestUser> mend;

        Change(List<String> actions, Consumer<TestUser> make, Consumer<TestUser> mend) {
            this.actions = actions;
            this.make = make;
            this.mend = mend;
        }

        private static void policy(String more) {
            realm.change(
                    it -> it.setPasswordPolicy(it.getPasswordPolicy().replaceAll(" and forceExpired.*", "") + more));
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewalIsRefusedAsALoginIs(Change change) {
        NomicPath path = NomicPath.of(realm);
        try (TestUser user = realm.createUser("a password")) {
            String token = path.renewed(path.loggedIn(user));
            change.make.accept(user);
            try {
                NomicPath.assertRefused(path.renew(token));
                assertThat(user.admin().toRepresentation().getRequiredActions()).isEqualTo(change.actions);
                NomicPath.assertRefused(path.login(user.username(), user.password()));
            } finally {
                change.mend.accept(user);
            }
            user.requiredActions();
            path.renewed(token);
        }
    }
}
