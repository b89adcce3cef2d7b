package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
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

/** The forms that Keycloak's Web Origins field takes: {@code *}, {@code +}, a list, nothing. */
@Tag("threat-24")
class WebOriginsIT {
    private static final String APP = "https://app.example.org";
    private static final String OTHER = "https://other.example.org";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    private static final TestUser user = realm.createUser("a password");

    @ParameterizedTest
    @EnumSource
    void anyOriginIsServedWithoutCredentials(Route route) {
        webOrigins(route, "*");
        for (String origin : List.of(APP, "null")) {
            Answer preflight = preflight(route, origin);
            Answer success = right(route, origin);
            Answer failure =
                    Calls.wrong(route, realm, user).header("Origin", origin).send();

            Answers.assertGranted(route, success);
            Answers.assertFailure(failure, Failure.wrongSecret(route, realm));
            assertThat(preflight.headers("Access-Control-Allow-Methods")).containsExactly(route.allow());
            List.of(preflight, success, failure).forEach(WebOriginsIT::assertAny);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListedOriginHasCredentialsBesideAny(Route route) {
        webOrigins(route, "*", APP);

        assertOnly(APP, right(route, APP));
        assertAny(right(route, OTHER));
    }

    @ParameterizedTest
    @EnumSource
    void plusIsTheOriginsOfTheRedirectUris(Route route) {
        webOrigins(route, "+");

        assertOnly(APP, preflight(route, APP));
        Answer success = right(route, APP);
        Answers.assertGranted(route, success);
        assertOnly(APP, success);
        assertRefused(route, OTHER);
        assertRefused(route, "+");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyNoBrowserIsServed(Route route) {
        webOrigins(route);

        Answers.assertNoCors(preflight(route, APP));
        assertRefused(route, APP);
        Answers.granted(route, Calls.right(route, realm, user));
    }

    private static void webOrigins(Route route, String... origins) {
        Clients.change(realm, route.clientId(), client -> {
            client.setWebOrigins(List.of(origins));
            client.setRedirectUris(List.of(APP + "/*"));
        });
    }

    private static Answer preflight(Route route, String origin) {
        return Http.preflight(realm.path(route.path()), origin).send();
    }

    private static Answer right(Route route, String origin) {
        return Calls.right(route, realm, user).header("Origin", origin).send();
    }

    private static void assertRefused(Route route, String origin) {
        Answer answer = right(route, origin);

        Answers.assertFailure(answer, Failure.of(Fault.ORIGIN_NOT_ALLOWED, route, realm));
        Answers.assertNoCors(answer);
    }

    private static void assertAny(Answer answer) {
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(answer.headers("Access-Control-Allow-Credentials")).isEmpty();
    }

    private static void assertOnly(String origin, Answer answer) {
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(answer.headers("Access-Control-Allow-Credentials")).containsExactly("true");
    }
}
