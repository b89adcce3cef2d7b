package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At the root of the server exactly the documented paths answer, as they do below the realm. */
@Tag("threat-29")
@ResourceLock(TestRealm.DEMO)
class RootPathIT {
    private static final TestRealm REALM = TestRealm.demo();

    @ParameterizedTest
    @EnumSource
    void logsInAndRefreshes(Route route) {
        assertGranted(route, route.path());
    }

    @ParameterizedTest
    @EnumSource
    void aQueryIsIgnored(Route route) {
        assertGranted(route, route.path() + "?username=admin&client_id=admin-cli&scope=openid");
    }

    private static void assertGranted(Route route, String path) {
        try (TestUser user = REALM.createUser("a password")) {
            Answers.granted(route, right(route, user, path));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsInTheSameForm(Route route) {
        String url = Calls.url(route.path());
        try (TestUser user = REALM.createUser("a password")) {
            Answers.assertFailure(
                    Calls.request(route, route.path(), user.username(), "wrong").send(),
                    Failure.wrongSecret(route, url));
        }
        Answers.assertFailure(Http.post(route.path() + "?a=b").send(), Failure.nothingSent(route, url));
    }

    static Stream<Arguments> variants() {
        List<Named<UnaryOperator<String>>> variants = List.of(
                Named.of("two slashes before", path -> "/" + path),
                Named.of("two slashes within", path -> path.replaceFirst("(?<=.)/", "//")),
                Named.of("a dot", path -> "/." + path),
                Named.of("a dot within", path -> path.replaceFirst("(?<=.)/", "/./")),
                Named.of("an encoded dot within", path -> path.replaceFirst("(?<=.)/", "/%2e/")),
                Named.of("two dots", path -> "/x/.." + path),
                Named.of("two encoded dots", path -> "/x/%2e%2e" + path),
                Named.of("an encoded slash", path -> path.replaceFirst("(?<=.)/", "%2f")),
                Named.of("an encoded slash in upper case", path -> path.replaceFirst("(?<=.)/", "%2F")),
                Named.of("an encoded letter", path -> path.substring(0, path.length() - 1) + "%6e"),
                Named.of("a path parameter", path -> path + ";x"),
                Named.of("a path parameter within", path -> path.replaceFirst("(?<=.)/", ";x=y/")),
                Named.of("a slash behind", path -> path + "/"),
                Named.of("a dot behind", path -> path + "/."),
                Named.of("an encoded question mark", path -> path + "%3f"),
                Named.of("a NUL behind", path -> path + "%00"),
                Named.of("a space behind", path -> path + "%20"),
                Named.of("a backslash", path -> path.replaceFirst("(?<=.)/", "\\\\")),
                Named.of("upper case", path -> path.toUpperCase(Locale.ROOT)),
                Named.of("a capital", path -> "/" + Character.toUpperCase(path.charAt(1)) + path.substring(2)),
                Named.of("a suffix", path -> path + "x"),
                Named.of("an extension", path -> path + ".json"),
                Named.of("a segment behind", path -> path + "/x"),
                Named.of("a segment before", path -> "/x" + path),
                Named.of("only its start", path -> path.substring(0, path.lastIndexOf('/'))));
        return Stream.of(Route.values())
                .flatMap(route -> variants.stream()
                        .filter(variant -> !(variant.getName().equals("a slash behind") && route.takesTrailingSlash()))
                        .map(variant -> Arguments.of(route, variant)));
    }

    /** The routers of PSX and Laravel take one. */
    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "PASSPORT", "OAUTH"})
    void oneSlashBehindIsTakenWhereTheOriginTakesIt(Route route) {
        for (String path : List.of(route.path(), REALM.path(route.path()))) {
            assertGranted(route, path + "/");
            assertThat(Http.post(path + "//").json("{}").send().status()).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void anotherPathIsUnknown(Route route, UnaryOperator<String> variant) {
        assertUnknown(route, "", variant);
    }

    /** To some of these newer versions answer 400 (missingNormalization, invalidCharacter), at whatever path. */
    @ParameterizedTest
    @MethodSource("variants")
    void anotherPathBelowTheRealmIsUnknown(Route route, UnaryOperator<String> variant) {
        assertUnknown(route, REALM.path(""), variant);
    }

    /** Keycloak itself would look past it; newer versions answer 400. */
    @ParameterizedTest
    @EnumSource
    void aPathParameterBehindTheRealmIsAnotherPath(Route route) {
        assertUnknown(route, REALM.path(";x"), path -> path);
    }

    private static void assertUnknown(Route route, String realm, UnaryOperator<String> variant) {
        Answer unknown = raw(route, realm + variant.apply("/un" + route.path().substring(1)));

        Answer answer = raw(route, realm + variant.apply(route.path()));

        assertThat(unknown.status()).isIn(400, 404);
        assertThat(answer.status()).isEqualTo(unknown.status());
        assertThat(answer.body()).isEqualTo(unknown.body());
        assertThat(new TreeMap<>(answer.headers().map()))
                .isEqualTo(new TreeMap<>(unknown.headers().map()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?a=b", "?"})
    void pocketbaseNamesTheUrlThatWasCalledWithoutItsQuery(String query) {
        for (String path : List.of("/auth/login", REALM.path("/auth/login"))) {
            Answer answer = Http.post(path + query).json("{\"username\":\"a\"}").send();

            assertThat(answer.text("/url")).isEqualTo(Calls.url(path));
            assertThat(answer.text("/originalError/url")).isEqualTo(Calls.url(path));
        }
    }

    private static Http right(Route route, TestUser user, String path) {
        String secret = Calls.rightSecret(route, REALM, user);
        return Calls.request(route, path, user.username(), secret);
    }

    /** With credentials of nobody, so that an answer of the documented path would differ from an unknown one's. */
    private static Answer raw(Route route, String path) {
        String body = Calls.body(route, "nobody", "wrong").toString();
        return RawHttp.send("POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Basic %s\r\n"
                        .formatted(
                                path,
                                TestServer.get().baseUri().getAuthority(),
                                Base64.getEncoder().encodeToString("nobody:wrong".getBytes(StandardCharsets.UTF_8)))
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }
}
