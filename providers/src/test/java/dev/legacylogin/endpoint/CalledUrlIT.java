package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The URL that the caller used: with odd names of realms, and where a realm has a Frontend URL. */
class CalledUrlIT {

    @ParameterizedTest
    @CsvSource({
        "a b-%s, a%%20b-%s",
        "ä-%s, %%C3%%A4-%s",
        "50%%-%s, 50%%25-%s",
        "it's-%s, it%%27s-%s",
        "it's-%s, it's-%s"
    })
    void anyNameOfARealm(String name, String segment) {
        try (TestRealm plain = TestRealm.forManyLogins()) {
            var realm = plain.admin().toRepresentation();
            realm.setRealm(name.formatted(plain.name()));
            plain.admin().update(realm);
            TestRealm odd = new TestRealm(segment.formatted(plain.name()));
            try {
                for (Route route : Route.LOGINS) {
                    Answers.assertFailure(
                            Calls.request(route, odd, "nobody", "wrong").send(),
                            route == Route.PASSPORT
                                    ? new Failure(
                                            422,
                                            "{\"message\":\"error.validation\",\"errors\":{\"username\":"
                                                    + "[\"The selected username is invalid.\"]},\"success\":false}")
                                    : Failure.wrongSecret(route, odd));
                }
                assertThat(urls(odd))
                        .contains(Calls.url(odd.path("/auth/login")).replace("it%27s", "it's"));
            } finally {
                realm.setRealm(plain.name());
                Admin.realm(name.formatted(plain.name())).update(realm);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://front.example.org", "https://front.example.org/kc", "https://front.example.org/kc/"})
    void theRealmsFrontendUrl(String frontend) {
        try (TestRealm realm =
                TestRealm.forManyLogins(json -> json.withObject("/attributes").put("frontendUrl", frontend))) {
            String url = frontend.replaceFirst("/$", "") + realm.path("/auth/login");

            Answer answer = Http.post(realm.path("/auth/login"))
                    .json("{\"username\":\"nobody\",\"password\":\"wrong\"}")
                    .send();

            Answers.assertFailure(answer, Failure.wrongSecret(Route.POCKETBASE, url));
            assertThat(urls(realm)).contains(url);
        }
    }

    /** A page of the old app that Keycloak's own address serves needs no Web Origin. */
    @ParameterizedTest
    @EnumSource(names = {"POCKETBASE", "SPHINX"})
    void thatUrlsOriginIsTheSameOrigin(Route route) {
        try (TestRealm realm = TestRealm.forManyLogins(
                        json -> json.withObject("/attributes").put("frontendUrl", "https://Front.Example.org:443/kc"));
                TestUser user = realm.createUser("a password")) {
            for (String origin :
                    List.of("https://front.example.org", "https://front.example.org:443", "http://localhost:3000")) {
                Answers.granted(route, Calls.right(route, realm, user).header("Origin", origin));
            }
            for (String origin : List.of(
                    "http://front.example.org",
                    "https://front.example.org:8443",
                    "https://front.example.org:80",
                    "null")) {
                assertThat(Calls.right(route, realm, user)
                                .header("Origin", origin)
                                .send()
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    private static List<String> urls(TestRealm realm) {
        Answer checkup =
                Http.get("/admin" + realm.path("/legacy-login")).asAdmin().send();
        return checkup.json().path("shapes").findValues("urls").stream()
                .flatMap(urls -> urls.valueStream().map(url -> url.textValue()))
                .toList();
    }
}
