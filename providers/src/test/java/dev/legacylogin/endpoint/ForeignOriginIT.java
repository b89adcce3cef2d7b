package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A request from a foreign origin is refused before it does anything: no guess, no event, no session, no token used. */
@Tag("threat-24")
class ForeignOriginIT {
    private static final String FOREIGN = "https://evil.example";

    @AutoClose
    private static TestRealm realm = TestRealm.copy(json -> json.put("revokeRefreshToken", true));

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void guessesNoPasswordAndLogsNobodyIn(Route route) {
        int before = realm.events().size();
        TestUser user = realm.createUser("a password");

        for (Http request : List.of(
                Calls.wrong(route, realm, user), Calls.wrong(route, realm, user), Calls.right(route, realm, user))) {
            assertRefused(route, request);
        }

        assertThat(realm.events()).hasSize(before);
        assertThat(user.admin().getUserSessions()).isEmpty();
        // two failures would have locked the user
        Answers.assertGranted(route, Calls.right(route, realm, user).send());
        assertThat(realm.admin().attackDetection().bruteForceUserStatus(user.id()))
                .containsEntry("numFailures", 0)
                .containsEntry("disabled", false);
    }

    @ParameterizedTest
    @EnumSource(names = "SPHINX_REFRESH")
    void usesNoRefreshToken(Route route) {
        TestUser user = realm.createUser("a password");
        String token = Calls.rightSecret(route, realm, user);
        int before = realm.events().size();

        assertRefused(route, Calls.request(route, realm, user.username(), token));

        assertThat(realm.events()).hasSize(before);
        Answers.granted(route, Calls.request(route, realm, user.username(), token));
    }

    private static void assertRefused(Route route, Http request) {
        Answer answer = request.header("Origin", FOREIGN).send();

        Answers.assertFailure(answer, Failure.of(Fault.ORIGIN_NOT_ALLOWED, route, realm));
        Answers.assertNoCors(answer);
    }
}
