package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code /api/auth/login} and {@code /oauth/token} where the server fails and where no client serves them. */
class PassportServerIT {

    @Test
    void failureOfTheServerIsToldInEachPathsForm() {
        try (TestRealm realm =
                        TestRealm.copy(json -> RealmChange.breakTokens(RealmChange.client(json, PassportPath.CLIENT)));
                TestUser user = realm.createUser("a password");
                TestUser other = realm.createUser("a password")) {
            PassportPath path = PassportPath.of(realm);

            Answers.assertJson(
                    path.login(PassportPath.fields(user)),
                    500,
                    "{\"success\":false,\"message\":\"An unexpected error occurred\"}");
            Answers.assertJson(
                    path.token(PassportPath.fields(other)),
                    500,
                    PassportTokenErrorsIT.error("server_error", "An unexpected error occurred", null));
            assertThat(user.admin().getUserSessions()).isEmpty();
            assertThat(other.admin().getUserSessions()).isEmpty();
        }
    }

    @Test
    void withoutAnyFormThePathsAreNotThere() {
        try (TestRealm realm =
                TestRealm.copy(json -> RealmChange.switchOff(RealmChange.client(json, PassportPath.CLIENT)))) {
            PassportPath path = PassportPath.of(realm);
            Answer unknown = Http.post(realm.path("/nothing")).send();

            for (Answer off : List.of(
                    path.login(PassportPath.fields("TestUser", "password")),
                    path.login().json("{").send(),
                    path.token(PassportPath.fields("TestUser", "password")),
                    path.token(PassportPath.refresh("x")))) {
                assertThat(off.status()).isEqualTo(404).isEqualTo(unknown.status());
                assertThat(off.body()).isEqualTo(unknown.body());
            }
            assertThat(realm.events()).isEmpty();
        }
    }
}
