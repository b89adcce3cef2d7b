package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Requests from a browser: the client's Web Origins are served, in success and in failure, and others are refused. */
@ExtendWith(ManyLogins.class)
@Tag("threat-24")
class CorsIT {
    private static final String ALLOWED = "http://localhost:3000";
    private static final TestRealm realm = ManyLogins.realm();

    @AutoClose
    private static final TestUser user = realm.createUser("a password");

    @ParameterizedTest
    @EnumSource
    void anAllowedOriginReadsASuccess(Route route) {
        Answer answer = Answers.granted(route, Calls.right(route, realm, user).header("Origin", ALLOWED));

        assertCors(route, answer);
    }

    @ParameterizedTest
    @EnumSource
    void anAllowedOriginReadsAFailure(Route route) {
        Answer wrong = Calls.wrong(route, realm, user).header("Origin", ALLOWED).send();
        Answer nothing = Http.post(route, realm).header("Origin", ALLOWED).send();
        Answer method =
                Http.get(realm.path(route.path())).header("Origin", ALLOWED).send();

        Answers.assertFailure(wrong, Failure.wrongSecret(route, realm));
        Answers.assertFailure(nothing, Failure.nothingSent(route, realm));
        Answers.assertFailure(method, Failure.of(Fault.METHOD_NOT_ALLOWED, route, realm));
        List.of(wrong, nothing, method).forEach(answer -> assertCors(route, answer));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void anAllowedOriginReadsWhyItsBodyIsRefused(Route route) {
        String path = realm.path(route.path());

        Answer malformed = Http.post(path).header("Origin", ALLOWED).json("{").send();
        Answer xml = Http.post(path)
                .header("Origin", ALLOWED)
                .header("Content-Type", "application/xml")
                .body("<a/>")
                .send();
        Answer large = Http.post(path)
                .header("Origin", ALLOWED)
                .json("x".repeat(20_000))
                .send();

        Answers.assertFailure(malformed, Failure.of(Fault.MALFORMED, route, realm));
        Fault unread = route.refuses("application/xml") ? Fault.UNSUPPORTED_MEDIA_TYPE : Fault.MALFORMED;
        Answers.assertFailure(xml, Failure.of(unread, route, realm));
        Answers.assertFailure(large, Failure.of(Fault.TOO_LARGE, route, realm));
        List.of(malformed, xml, large).forEach(answer -> assertCors(route, answer));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignOriginReadsNothing(Route route) {
        Failure failure = Failure.of(Fault.ORIGIN_NOT_ALLOWED, route, realm);
        for (String origin : List.of(
                "https://evil.example",
                "null",
                "http://localhost:3000.evil.example",
                "http://localhost:30000",
                "https://localhost:3000",
                "http://LOCALHOST:3000",
                "http://localhost:3000/",
                "*",
                "")) {
            Answer answer =
                    Calls.right(route, realm, user).header("Origin", origin).send();

            Answers.assertFailure(answer, failure);
            Answers.assertNoCors(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAllowedOriginBesideAForeignOneDoesNotCount(Route route) {
        for (String origins :
                List.of(ALLOWED + "\r\nOrigin: https://evil.example", "https://evil.example\r\nOrigin: " + ALLOWED)) {
            String body = Calls.body(route, user.username(), user.password()).toString();

            Answer answer = RawHttp.send("POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(
                            realm.path(route.path()),
                            TestServer.get().baseUri().getAuthority(),
                            origins,
                            body.length(),
                            body));

            Answers.assertFailure(answer, Failure.of(Fault.ORIGIN_NOT_ALLOWED, route, realm));
            Answers.assertNoCors(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfTheServerItselfNeedsNoWebOrigin(Route route) {
        Answer answer = Answers.granted(
                route,
                Calls.right(route, realm, user)
                        .header("Origin", TestServer.get().baseUri().toString()));

        Answers.assertNoCors(answer);
    }

    private static void assertCors(Route route, Answer answer) {
        var headers = answer.headers();
        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly(ALLOWED);
        assertThat(headers.allValues("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(headers.allValues("Access-Control-Expose-Headers"))
                .isEqualTo(route == Route.SPHINX_REFRESH ? List.of("Authorization, X-Refresh-Token") : List.of());
        assertThat(headers.allValues("Access-Control-Allow-Methods")).isEmpty();
    }
}
