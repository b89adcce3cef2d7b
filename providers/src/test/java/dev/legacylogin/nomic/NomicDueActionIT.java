package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** A renewal is refused where a login would find something to do first, and granted again when that is done. */
class NomicDueActionIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.copy(json -> {
        RealmChange.withoutBruteForceDetection(json);
        json.put("verifyEmail", true);
    });

    /** What becomes of a user who has a token. */
    enum Change {
        PROFILE_INCOMPLETE(List.of()) {
            @Override
            void make(TestUser user) {
                user.change(it -> it.setLastName(""));
            }

            @Override
            void mend(TestUser user) {
                user.change(it -> it.setLastName("User"));
            }
        },
        EMAIL_UNVERIFIED(List.of("VERIFY_EMAIL")) {
            @Override
            void make(TestUser user) {
                user.change(it -> it.setEmailVerified(false));
            }

            @Override
            void mend(TestUser user) {
                user.change(it -> it.setEmailVerified(true));
            }
        },
        PASSWORD_TOO_OLD(List.of("UPDATE_PASSWORD")) {
            @Override
            void make(TestUser user) {
                Await.untilAfter(Instant.now().getEpochSecond()); // Keycloak counts whole seconds
                policy(" and forceExpiredPasswordChange(0)");
            }

            @Override
            void mend(TestUser user) {
                policy("");
            }
        };

        private final List<String> actions;

        Change(List<String> actions) {
            this.actions = actions;
        }

        abstract void make(TestUser user);

        abstract void mend(TestUser user);

        private static void policy(String more) {
            RealmRepresentation representation = realm.admin().toRepresentation();
            String policy = representation.getPasswordPolicy().replaceAll(" and forceExpired.*", "");
            representation.setPasswordPolicy(policy + more);
            realm.admin().update(representation);
        }
    }

    @ParameterizedTest
    @EnumSource
    void renewalIsRefusedAsALoginIs(Change change) {
        NomicPath path = NomicPath.of(realm);
        try (TestUser user = realm.createUser("a password")) {
            String token = path.renewed(path.loggedIn(user));
            change.make(user);
            try {
                NomicPath.assertRefused(path.renew(token));
                assertThat(user.admin().toRepresentation().getRequiredActions()).isEqualTo(change.actions);
                NomicPath.assertRefused(path.login(user.username(), user.password()));
            } finally {
                change.mend(user);
            }
            user.requiredActions();
            path.renewed(token);
        }
    }
}
