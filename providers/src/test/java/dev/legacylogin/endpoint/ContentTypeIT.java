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
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON is read under the content types that old clients really send; any other is refused in the shape's form. */
@ExtendWith(ManyLogins.class)
@Tag("threat-25")
class ContentTypeIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OF_REAL_CLIENTS = List.of(
            "application/json",
            "application/json;charset=UTF-8",
            "Application/JSON ; charset=\"utf-8\"",
            "text/plain;charset=UTF-8",
            "text/plain",
            "application/vnd.api+json",
            "text/json",
            "application/json; charset=utf8",
            "application/json, application/json",
            ";;;");
    private static final List<String> WRONG = List.of(
            "application/xml",
            "text/html",
            "application/octet-stream",
            "application/jsonp",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary",
            "foo",
            "foo/bar/baz",
            "*/*");
    private static final TestRealm realm = ManyLogins.realm();

    @AutoClose
    private static final TestUser user = realm.createUser("a password");

    private static final String refreshToken = Calls.rightSecret(Route.SPHINX_REFRESH, realm, user);

    static Stream<Arguments> wrong() {
        return Stream.of(Route.values())
                .flatMap(route -> Stream.concat(WRONG.stream(), Stream.of(FORM))
                        .filter(route::refuses)
                        .map(type -> Arguments.of(route, type)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anotherOneIsRefusedWhateverTheBody(Route route, String type) {
        Failure failure = Failure.of(Fault.UNSUPPORTED_MEDIA_TYPE, route, realm);

        Answers.assertFailure(send(route, type, body(route)), failure);
        Answers.assertFailure(send(route, type, "username=%zz"), failure);
    }

    @Test
    void anotherOneLogsNobodyIn() {
        try (TestUser fresh = realm.createUser("a password")) {
            wrong().map(Arguments::get).forEach(call -> {
                Route route = (Route) call[0];
                String body =
                        Calls.body(route, fresh.username(), fresh.password()).toString();
                send(route, (String) call[1], body);
            });

            assertThat(fresh.events()).isEmpty();
        }
    }

    static Stream<Arguments> readAsJson() {
        return Route.crossed(Route.READING_BODY, OF_REAL_CLIENTS);
    }

    @ParameterizedTest
    @MethodSource("readAsJson")
    void jsonIsReadUnderTheOnesOfRealClients(Route route, String type) {
        Answers.assertGranted(route, send(route, type, body(route)));
    }

    /** PSX takes a type that it does not know for JSON, and SvelteKit does not look at it. */
    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "POCKETBASE"})
    void jsonIsReadUnderTypesThatTheOriginDoesNotKnow(Route route) {
        WRONG.stream()
                .filter(type -> !route.refuses(type))
                .forEach(type -> Answers.assertGranted(route, send(route, type, body(route))));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#READING_BODY")
    void jsonIsReadWithoutOne(Route route) {
        Answers.granted(route, Http.post(route, realm).body(body(route)));
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyBodyHasNoMembersUnderAnyOne(Route route) {
        Failure failure = Failure.nothingSent(route, realm);

        Answers.assertFailure(Http.post(route, realm).send(), failure);
        Stream.concat(WRONG.stream(), Stream.of("application/json", FORM, ";;;"))
                .forEach(type -> Answers.assertFailure(send(route, type, ""), failure));
    }

    private static String body(Route route) {
        String secret = route == Route.SPHINX_REFRESH ? refreshToken : user.password();
        return Calls.body(route, user.username(), secret).toString();
    }

    private static Answer send(Route route, String type, String body) {
        return Http.post(route, realm)
                .undocumented()
                .header("Content-Type", type)
                .body(body)
                .send();
    }
}
