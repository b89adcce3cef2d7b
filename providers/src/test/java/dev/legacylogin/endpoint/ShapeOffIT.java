package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.Mappers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no client serves a shape, its path is told from one that Keycloak does not know by not a single byte. */
@Tag("threat-30")
class ShapeOffIT {
    private static final String CREDENTIALS = "{\"username\":\"mysusername\",\"user\":\"mysusername\","
            + "\"password\":\"abcd1234\",\"client_id\":\"2\",\"client_secret\":\"x\",\"grant_type\":\"password\"}";
    private static final Map<String, UnaryOperator<Http>> REQUESTS = new TreeMap<>(Map.of(
            "JSON", request -> request.json(CREDENTIALS),
            "form", request -> request.form(Map.of("username", "mysusername", "password", "abcd1234")),
            "broken form",
                    request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                            .body("a=%zz"),
            "broken JSON", request -> request.json("{"),
            "multipart",
                    request -> request.header("Content-Type", "multipart/form-data")
                            .body("x"),
            "20 KB", request -> request.json("x".repeat(20_000)),
            "Basic", request -> request.basic("mysusername", "abcd1234"),
            "Bearer", request -> request.bearer("x"),
            "from a page", request -> request.header("Origin", "http://localhost:3000"),
            "by a browser", request -> request.header("Accept", "text/html,*/*;q=0.8")));
    /** With the clients, but without their forms. */
    @AutoClose
    private static final TestRealm withoutForms =
            TestRealm.copy(realm -> RealmChange.clients(realm).forEach(client -> client.remove("protocolMappers")));

    /** Without the clients. */
    @AutoClose
    private static final TestRealm withoutClients = TestRealm.copy(RealmChange::withoutClients);

    static Stream<Arguments> methods() {
        return Route.crossed(
                List.of(Route.values()),
                List.of("POST", "PUT", "GET", "HEAD", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void byAnyMethod(Route route, String method) {
        for (TestRealm realm : List.of(withoutForms, withoutClients)) {
            assertUnknown(route, realm, method, request -> request);
            assertUnknown(
                    route,
                    realm,
                    method,
                    request -> request.header("Origin", "http://localhost:3000")
                            .header("Access-Control-Request-Method", "POST"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAnyContent(Route route) {
        for (TestRealm realm : List.of(withoutForms, withoutClients)) {
            REQUESTS.forEach((name, change) -> assertUnknown(route, realm, "POST", change));
            assertThat(realm.events()).isEmpty();
        }
    }

    /** What Keycloak itself refuses, or fails at, whatever the path. */
    @ParameterizedTest
    @MethodSource("headersThatKeycloakDoesNotTake")
    void withHeadersThatKeycloakDoesNotTake(String headers) {
        for (Route route : Route.values()) {
            for (TestRealm realm : List.of(withoutForms, withoutClients, new TestRealm("nowhere"))) {
                for (String request : List.of("POST %s HTTP/1.1\r\n", "GET %s HTTP/1.1\r\n", "POST %s HTTP/1.0\r\n")) {
                    String path = realm.path("/un" + route.path().substring(1));
                    Answer unknown = RawHttp.sendToKeycloak(request.formatted(path) + headers + "\r\n");

                    Answer answer =
                            RawHttp.sendToKeycloak(request.formatted(realm.path(route.path())) + headers + "\r\n");

                    assertThat(withoutErrorId(answer)).as(request).isEqualTo(withoutErrorId(unknown));
                }
            }
        }
    }

    static Stream<String> headersThatKeycloakDoesNotTake() {
        return Stream.of(
                        "Host: localhost\r\nContent-Length: 11000000\r\n",
                        "Host: localhost\r\nContent-Length: 11000000\r\nContent-Type: application/x-www-form-urlencoded\r\n",
                        "Host: localhost\r\nContent-Type: a/b/c\r\n",
                        "Host: localhost\r\nContent-Type: a\r\n",
                        "Host: localhost\r\nContent-Type: a/\r\n",
                        "Host: localhost\r\nContent-Type: /\r\n",
                        "Host: localhost\r\nContent-Type:\r\n",
                        "Host: localhost\r\nContent-Type: ;\r\n",
                        "Host: localhost\r\nContent-Type: a/b; c=\"\r\n",
                        "Host: localhost\r\nContent-Type: a/b/c\r\nContent-Type: application/json\r\n",
                        "Host: a b\r\n",
                        "Host: [v1.x]\r\n",
                        "Host: \u00e4\r\n",
                        "")
                .filter(UnreadableHostIT::isAnswered);
    }

    private static Answer withoutErrorId(Answer answer) {
        Map<String, List<String>> headers = answer.headersWithoutDate();
        headers.remove("content-length"); // ids are numbered
        String body = answer.body().replaceFirst("Error id [^\"]*", "Error id");
        return new Answer(answer.status(), HttpHeaders.of(headers, (name, value) -> true), body);
    }

    @ParameterizedTest
    @EnumSource
    void withASlashAtTheEnd(Route route) {
        for (String headers :
                List.of("Host: localhost\r\n", "Host: localhost\r\nContent-Type: a/b/c\r\n", "Host: a b\r\n")) {
            String request = "POST %s/ HTTP/1.1\r\n" + headers + "\r\n";
            String path = withoutForms.path("/un" + route.path().substring(1));

            assertThat(withoutErrorId(RawHttp.sendToKeycloak(request.formatted(withoutForms.path(route.path())))))
                    .as(headers)
                    .isEqualTo(withoutErrorId(RawHttp.sendToKeycloak(request.formatted(path))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheRealmItselfIsUnknown(Route route) {
        TestRealm nowhere = new TestRealm("nowhere");
        for (String method : List.of("POST", "GET", "OPTIONS")) {
            assertUnknown(route, nowhere, method, request -> request);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fromTheMomentTheFormIsRemoved(Route route) {
        try (TestUser user = withoutForms.createUser("a password")) {
            var mappers = Clients.mappers(withoutForms, route.clientId());
            mappers.createMapper(Mappers.form(route.shape())).close();
            Answers.assertFailure(
                    Http.get(withoutForms.path(route.path())).send(),
                    Failure.of(Fault.METHOD_NOT_ALLOWED, route, withoutForms));

            mappers.getMappers().forEach(mapper -> mappers.delete(mapper.getId()));

            assertUnknown(route, withoutForms, "POST", request -> request.json(CREDENTIALS));
            assertThat(user.events()).isEmpty();
        }
    }

    private static void assertUnknown(Route route, TestRealm realm, String method, UnaryOperator<Http> change) {
        Answer unknown = change.apply(
                        Http.request(method, realm.path("/un" + route.path().substring(1)))
                                .alone())
                .send();

        Answer answer =
                change.apply(Http.request(method, realm.path(route.path()))).send();

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(answer.status()).isEqualTo(unknown.status());
        assertThat(answer.body()).isEqualTo(unknown.body());
        assertThat(answer.headersWithoutDate()).isEqualTo(unknown.headersWithoutDate());
    }
}
