package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A method that the page does not document is refused in the shape's form and does nothing, credentials or not. */
@Tag("threat-25")
@ResourceLock(TestRealm.DEMO)
class WrongMethodIT {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "BREW");
    private static final TestRealm REALM = TestRealm.demo();

    @AutoClose
    private static final TestUser user = REALM.createUser("a password");

    static Stream<Arguments> routesAndMethods() {
        return Stream.of(Route.values())
                .flatMap(route -> METHODS.stream()
                        .filter(method -> !route.takes(method))
                        .map(method -> Arguments.of(route, method)));
    }

    @ParameterizedTest
    @MethodSource("routesAndMethods")
    void isRefusedBelowTheRealm(Route route, String method) {
        assertRefused(route, method, REALM.path(route.path()));
    }

    @ParameterizedTest
    @MethodSource("routesAndMethods")
    void isRefusedAtTheRoot(Route route, String method) {
        assertRefused(route, method, route.path());
    }

    @Test
    void logsNobodyIn() {
        routesAndMethods().map(Arguments::get).forEach(call -> {
            Route route = (Route) call[0];
            RawHttp.send(request(route, (String) call[1], REALM.path(route.path())));
        });

        assertThat(user.events()).isEmpty();
        assertThat(user.admin().getUserSessions()).isEmpty();
    }

    private static void assertRefused(Route route, String method, String path) {
        Failure failure = Failure.of(Fault.METHOD_NOT_ALLOWED, route, Calls.url(path));

        Answer answer = RawHttp.send(request(route, method, path));

        if (method.equals("HEAD")) {
            assertThat(answer.status()).isEqualTo(failure.status());
            assertThat(answer.body()).isEmpty();
            Answers.assertProtected(answer);
        } else {
            Answers.assertFailure(answer, failure);
        }
        assertThat(answer.headers("Allow")).containsExactly(route.allow());
        Answers.assertNoCors(answer);
    }

    /** With everything that would log the user in, would it be a POST. */
    private static String request(Route route, String method, String path) {
        String body = Calls.body(route, user.username(), user.password()).toString();
        String basic = Base64.getEncoder()
                .encodeToString((user.username() + ":" + user.password()).getBytes(StandardCharsets.UTF_8));
        return "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Basic %s\r\nContent-Type: application/json\r\n"
                        .formatted(method, path, TestServer.get().baseUri().getAuthority(), basic)
                + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }
}
