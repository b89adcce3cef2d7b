package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** As soon as a sunset is set every answer of the shape tells it, and nothing else changes. */
class SunsetIT {
    private static final String ORIGIN = "http://localhost:3000";
    private static final Map<String, List<String>> ENDING = Map.of(
            "deprecation", List.of("@1735689600"),
            "sunset", List.of("Thu, 31 Dec 2099 00:00:00 GMT"));

    /** What every answer has, or only those of one kind. */
    private static final Set<String> CHANGING = Set.of("date", "content-length", "authorization", "x-refresh-token");

    @AutoClose
    private static final TestRealm without = TestRealm.forManyLogins();

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins(json -> sunset(json, "2099-12-31", "true"));

    @AutoClose
    private static final TestRealm passed = TestRealm.forManyLogins(json -> sunset(json, "2025-01-01", "false"));

    enum Request {
        GRANTED(Calls::right),
        GRANTED_TO_A_PAGE(
                (route, realm, user) -> Calls.right(route, realm, user).header("Origin", ORIGIN)),
        WRONG(Calls::wrong),
        NOTHING_SENT((route, realm, user) -> Http.post(route, realm)),
        MALFORMED((route, realm, user) -> Http.post(route, realm).json("{")),
        TOO_LARGE((route, realm, user) -> Http.post(route, realm).json("x".repeat(20_000))),
        WRONG_METHOD((route, realm, user) -> Http.get(realm.path(route.path())).header("Origin", ORIGIN)),
        PREFLIGHT((route, realm, user) -> Http.preflight(realm.path(route.path()), ORIGIN)),
        FOREIGN_ORIGIN(
                (route, realm, user) -> Calls.right(route, realm, user).header("Origin", "https://evil.example"));

        private final Made made;

        Request(Made made) {
            this.made = made;
        }
    }

    private interface Made {
        Http by(Route route, TestRealm realm, TestUser user);
    }

    private static void sunset(ObjectNode json, String date, String refuse) {
        Stream.of(Route.values())
                .forEach(route -> RealmChange.settings(json, route.clientId())
                        .put("sunset", date)
                        .put("refuse.after.sunset", refuse));
    }

    static Stream<Arguments> requests() {
        return Route.crossed(List.of(Route.values()), List.of(Request.values()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyAnswerTellsIt(Route route, Request request) {
        Answer plain = send(route, request, without);

        Answer answer = send(route, request, realm);

        assertThat(answer.status()).isEqualTo(plain.status());
        Map<String, List<String>> expected = headers(plain);
        expected.putAll(ENDING);
        if (request != Request.PREFLIGHT && expected.containsKey("access-control-allow-origin")) {
            String documented = plain.header("Access-Control-Expose-Headers")
                    .map(names -> names + ", ")
                    .orElse("");
            expected.put("access-control-expose-headers", List.of(documented + "Deprecation, Sunset"));
        }
        assertThat(headers(answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void afterItTheShapeServesOnUnlessItIsToldToRefuse(Route route) {
        Answer answer = send(route, Request.GRANTED, passed);

        Answers.assertGranted(route, answer);
        assertThat(answer.headers("Sunset")).containsExactly("Wed, 01 Jan 2025 00:00:00 GMT");
    }

    /** Where the request's own client is not known, the shape ends with its last client. */
    @Test
    void aShapeOfSeveralClients() {
        TestRealm several = TestRealm.forManyLogins(json -> {
            ObjectNode other = RealmChange.client(json, "2").deepCopy();
            json.withArray("clients").add(other.put("clientId", "3"));
            RealmChange.settings(json, "2").put("sunset", "2099-12-31");
            RealmChange.settings(json, "3").put("sunset", "2030-01-01");
        });
        try (several;
                TestUser user = several.createUser("a password")) {
            ObjectNode body = Calls.body(Route.PASSPORT, user.username(), user.password());

            assertSunset(several, body, "Thu, 31 Dec 2099 00:00:00 GMT");
            assertSunset(several, body.deepCopy().put("client_id", "3"), "Tue, 01 Jan 2030 00:00:00 GMT");
            assertSunset(several, body.deepCopy().put("client_id", "4"), "Thu, 31 Dec 2099 00:00:00 GMT");
            Answer malformed = Http.post(Route.PASSPORT, several).json("{").send();
            assertThat(malformed.headers("Sunset")).containsExactly("Thu, 31 Dec 2099 00:00:00 GMT");
            Answers.assertFailure(malformed, Failure.of(Fault.MALFORMED, Route.PASSPORT, several));
        }
    }

    private static void assertSunset(TestRealm several, ObjectNode body, String expected) {
        Answer answer = Http.post(Route.PASSPORT, several).json(body).send();
        assertThat(answer.headers("Sunset")).containsExactly(expected);
        assertThat(answer.headers("Deprecation")).containsExactly("@1735689600");
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNoneNothingIsTold(Route route) {
        Answer failure = Http.post(route, without).send();

        Answers.assertFailure(failure, Failure.nothingSent(route, without));
        assertThat(failure.headers().map()).doesNotContainKeys("sunset", "deprecation");
    }

    private static Answer send(Route route, Request request, TestRealm realm) {
        try (TestUser user = realm.createUser("a password")) {
            return request.made.by(route, realm, user).send();
        }
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        CHANGING.forEach(headers::remove);
        return headers;
    }
}
