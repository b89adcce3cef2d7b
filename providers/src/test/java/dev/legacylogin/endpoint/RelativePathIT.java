package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.OwnServer;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TlsKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server below a path, with TLS and HTTP/2 at Keycloak itself, behind a proxy that says what was called, and with root
 * paths for a realm in which one of the shapes is off, and without the provider for old hashes.
 */
@Tag("distribution")
@Tag("threat-29")
@Tag("threat-30")
class RelativePathIT {
    private static final String ROOT = "/auth";
    private static final String REALM = ROOT + "/realms/legacy";

    @AutoClose
    private static OwnServer server;

    private static HttpClient overTls;

    @BeforeAll
    static void start(@TempDir Path directory) {
        TlsKey tls = TlsKey.create(directory);
        server = OwnServer.start(
                tls,
                "--http-relative-path=" + ROOT,
                "--proxy-headers=forwarded",
                "--spi-realm-restapi-extension--legacy-login--fusio-root-realm=master",
                "--spi-password-hashing-legacy-hash-enabled=false",
                // the demo realm's users log in one time after the other
                "--spi-brute-force-protector-default-brute-force-detector-allow-concurrent-requests=true");
        overTls = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(tls.trusted())
                .build();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPHINX_REFRESH")
    void logsInOverTlsAndHttp2(Route route) {
        Answers.granted(route, right(route, REALM + route.path()));
    }

    @Test
    void refreshesOverTlsAndHttp2() {
        for (String prefix : List.of(REALM, ROOT)) {
            String token = Calls.refreshToken(
                    Route.SPHINX,
                    right(Route.SPHINX, prefix + Route.SPHINX.path()).send());

            Answers.granted(
                    Route.SPHINX_REFRESH,
                    secure(Calls.request(Route.SPHINX_REFRESH, prefix + Route.SPHINX_REFRESH.path(), "", token)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SPHINX_REFRESH", "FUSIO"})
    void theRootIsBelowThePath(Route route) {
        Answers.granted(route, right(route, ROOT + route.path()));
    }

    @ParameterizedTest
    @EnumSource
    void aboveThePathIsNothing(Route route) {
        if (!route.path().startsWith(ROOT)) {
            Answer unknown = secure(Http.post("/unknown")).send();

            assertThat(secure(Http.post(route.path())).send().status())
                    .isEqualTo(unknown.status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theUrlThatWasCalledIsNamed() {
        for (String path : List.of(REALM + "/auth/login", ROOT + "/auth/login")) {
            Answers.assertFailure(
                    secure(Calls.request(Route.POCKETBASE, path, "nobody", "wrong"))
                            .send(),
                    Failure.wrongSecret(
                            Route.POCKETBASE, server.secureUri().resolve(path).toString()));
        }
    }

    /** In the realm that the option names, Fusio is off: at the root it is as if there were no such option. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json\r\n",
                "Accept: text/html\r\n",
                "Content-Type: a/b/c\r\n",
                "Content-Length: 11000000\r\n",
                "Origin: http://localhost:3000\r\n",
                "Authorization: Basic eDp5\r\n"
            })
    void aShapeThatIsOffIsUnknownAtTheRootToo(String headers) {
        for (String method : List.of("POST", "PUT", "GET", "HEAD", "OPTIONS", "BREW")) {
            Answer unknown = raw(method, ROOT + "/unconsumer/login", headers);

            Answer answer = raw(method, ROOT + "/consumer/login", headers);

            assertThat(answer.status()).as(method).isEqualTo(unknown.status());
            assertThat(withoutErrorId(answer)).as(method).isEqualTo(withoutErrorId(unknown));
            assertThat(names(answer)).as(method).isEqualTo(names(unknown));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "[v1.x]", "[x", "a@b", "\u00e4"})
    void aHostThatTheProxyCannotMeanIsABadRequest(String host) {
        for (String path : List.of(REALM + "/auth/login", ROOT + "/auth/login")) {
            for (String version : List.of("HTTP/1.0", "HTTP/1.1")) {
                Answer answer = RawHttp.send(
                        server.baseUri(),
                        "POST " + path + " " + version + "\r\nHost: localhost\r\nForwarded: host=\"" + host
                                + "\"\r\nContent-Length: 2\r\n\r\n{}");

                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
        }
    }

    private static Http right(Route route, String path) {
        boolean passport = route.namesItsClient();
        return secure(
                Calls.request(route, path, passport ? "mysusername" : "TestUser", passport ? "abcd1234" : "password"));
    }

    private static Http secure(Http request) {
        return request.at(URI.create(server.secureUri().resolve("/").toString()))
                .by(overTls);
    }

    private static Answer raw(String method, String path, String headers) {
        return RawHttp.send(
                server.baseUri(), method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    private static String withoutErrorId(Answer answer) {
        return answer.body().replaceFirst("Error id [^\"]*", "Error id");
    }

    private static TreeMap<String, Integer> names(Answer answer) {
        TreeMap<String, Integer> names = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> names.put(name, values.size()));
        return names;
    }

    /** Users with an old hash are refused like those who type a wrong password, and admins are told. */
    @Test
    void oldHashesAreNotVerifiedAndTheCheckupTellsIt() {
        Answer login = Calls.request(Route.FUSIO, REALM + Route.FUSIO.path(), "bcrypt-of-php", "password")
                .at(server.baseUri())
                .send();
        Answers.assertFailure(login, Failure.wrongSecret(Route.FUSIO, server.baseUri() + REALM + Route.FUSIO.path()));

        String token = Http.post(ROOT + "/realms/master/protocol/openid-connect/token")
                .form(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"))
                .at(server.baseUri())
                .send()
                .text("/access_token");
        Answer checkup = Http.get(ROOT + "/admin/realms/legacy/legacy-login")
                .bearer(token)
                .at(server.baseUri())
                .send();
        assertThat(checkup.json().path("findings").findValuesAsText("code")).contains("OLD_HASHES_UNVERIFIED");
    }
}
