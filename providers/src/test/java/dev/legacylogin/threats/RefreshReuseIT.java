package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.AtOnce;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Threat 20: with "Revoke refresh token" on, reuse fails and ends what came of the token, as at Keycloak's own. */
@Tag("threat-20")
class RefreshReuseIT {
    private static final int AT_ONCE = 20;

    @AutoClose
    private static TestRealm realm =
            Login.realm(json -> json.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 0));

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Refresh#ALL")
    void reuseFailsAndEndsItsDescendants(Refresh refresh) {
        try (TestUser user = realm.createUser(RIGHT)) {
            String first = refresh.token(user, RIGHT);
            Threats.assertGranted(refresh.send(realm, first));
            Answers.assertFailure(refresh.send(realm, first), refresh.denied());
            // the session of the client is gone: nothing that came of the first token is good any more
            String second = refresh.own(realm, first).body();
            assertThat(second).contains("invalid_grant");
            assertThat(user.admin().getUserSessions())
                    .allSatisfy(
                            session -> assertThat(session.getClients()).doesNotContainValue(refresh.login.clientId));
        }
    }

    /** Before 26.4.11 and 26.5.6 several may win, at Keycloak's own endpoint as often (CVE-2026-1035). */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Refresh#ALL")
    void oneWinnerOfARace(Refresh refresh) throws Exception {
        try (TestUser user = realm.createUser(RIGHT)) {
            String token = refresh.token(user, RIGHT);
            Callable<Answer> race = () -> refresh.send(realm, token);

            Map<Boolean, List<Answer>> answers = AtOnce.all(AT_ONCE, Collections.nCopies(AT_ONCE, race)).stream()
                    .collect(Collectors.partitioningBy(answer -> answer.status() == 200));

            assertThat(answers.get(true)).hasSizeBetween(1, TestServer.get().isBefore(5) ? AT_ONCE : 1);
            Route route = Calls.refreshedAt(refresh.login.route);
            answers.get(true).forEach(answer -> Answers.assertGranted(route, answer));
            answers.get(false).forEach(answer -> Answers.assertFailure(answer, refresh.denied()));
        }
    }
}
