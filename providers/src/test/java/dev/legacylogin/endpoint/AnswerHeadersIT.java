package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer may be stored by nobody and guessed at by no browser, and carries no header but the documented ones. */
@ExtendWith(ManyLogins.class)
@Tag("threat-32")
class AnswerHeadersIT {
    private static final TestRealm realm = ManyLogins.realm();

    @AutoClose
    private static final TestUser user = realm.createUser("a password");

    /** What Keycloak adds to each of its own answers, JSON or none. */
    private static final Set<String> keycloaksOwn =
            names(Http.post(realm.path("/unknown/path")).send());

    @BeforeAll
    static void createUser() {
        keycloaksOwn.addAll(List.of("content-length", "content-type", "x-robots-tag"));
    }

    @ParameterizedTest
    @EnumSource
    void ofASuccess(Route route) {
        Answer answer = Answers.granted(route, Calls.right(route, realm, user));

        if (route == Route.SPHINX_REFRESH) {
            assertThat(documented(answer)).containsExactly("authorization", "cache-control", "vary", "x-refresh-token");
        } else {
            assertThat(documented(answer)).containsExactly("cache-control", "vary");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofWrongCredentials(Route route) {
        Answer answer = Calls.wrong(route, realm, user).send();

        Answers.assertFailure(answer, Failure.wrongSecret(route, realm));
        assertThat(documented(answer)).containsExactly("cache-control", "vary");
    }

    @ParameterizedTest
    @EnumSource
    void ofABadRequest(Route route) {
        Answer answer = Http.post(route, realm).send();

        Answers.assertFailure(answer, Failure.nothingSent(route, realm));
        assertThat(documented(answer)).containsExactly("cache-control", "vary");
    }

    @ParameterizedTest
    @EnumSource
    void ofAWrongMethod(Route route) {
        Answer answer = Http.get(realm.path(route.path())).send();

        Answers.assertProtected(answer);
        assertThat(documented(answer)).containsExactly("allow", "cache-control", "vary");
    }

    @ParameterizedTest
    @EnumSource
    void ofAPreflight(Route route) {
        Answer answer = Answers.granted(Http.request("OPTIONS", realm.path(route.path())));

        assertThat(answer.body()).isEmpty();
        Answers.assertProtected(answer);
        assertThat(documented(answer)).containsExactly("allow", "cache-control", "vary");
    }

    @ParameterizedTest
    @EnumSource
    void atTheRoot(Route route) {
        Answer failure = Http.post(route.path()).send();
        Answer preflight = Http.request("OPTIONS", route.path()).send();

        Answers.assertFailure(failure, Failure.nothingSent(route, Calls.url(route.path())));
        assertThat(documented(failure)).containsExactly("cache-control", "vary");
        assertThat(preflight.status()).isEqualTo(200);
        Answers.assertProtected(preflight);
        assertThat(documented(preflight)).containsExactly("allow", "cache-control", "vary");
    }

    /** Keycloak adds some of these itself, where the realm does not say otherwise. */
    @ParameterizedTest
    @EnumSource
    void whereTheRealmHasNoSuchHeadersOfItsOwn(Route route) {
        try (TestRealm bare = TestRealm.copy(
                json -> json.withObject("/browserSecurityHeaders").put("xContentTypeOptions", ""))) {
            assertThat(Http.get(bare.path("/unknown")).send().header("X-Content-Type-Options"))
                    .isEmpty();

            Answers.assertProtected(Http.post(route, bare).send());
        }
    }

    private static Set<String> documented(Answer answer) {
        Set<String> names = names(answer);
        names.removeAll(keycloaksOwn);
        return names;
    }

    private static Set<String> names(Answer answer) {
        return new TreeSet<>(answer.headers().map().keySet());
    }
}
