package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;

/**
 * Threat 35, a measurement and no part of the suite (its name does not end in IT):
 * {@code mvn verify -Dit.test=RefusalTimes}. What a request without credentials costs in a realm of 2,000 clients, as a
 * multiple of what it costs in one of 5, where the shape is on and where it is off; and a login.
 */
@Tag("threat-35")
@Isolated
class RefusalTimes {
    private static final int TRIES = 400;
    private static final int WARM_UP = 100;
    private static final int MORE_CLIENTS = 1995;
    private static final int BATCH = 50;
    private static final double MOST = 1.3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The same request in a small and in a large realm. */
    private record Case(String name, HttpRequest small, HttpRequest large) {}

    @Test
    void doNotDependOnTheNumberOfClients() throws Exception {
        try (TestRealm smallOn = realm(true, 0);
                TestRealm largeOn = realm(true, MORE_CLIENTS);
                TestRealm smallOff = realm(false, 0);
                TestRealm largeOff = realm(false, MORE_CLIENTS);
                TestUser small = smallOn.createUser("a password");
                TestUser large = largeOn.createUser("a password")) {
            List<Case> cases = new ArrayList<>();
            for (Route route : Route.values()) {
                cases.add(of(route + " malformed", "{", route, smallOn, largeOn));
                cases.add(preflight(route + " preflight", route, smallOn, largeOn));
                cases.add(of(route + " off", "{}", route, smallOff, largeOff));
                cases.add(preflight(route + " off, preflight", route, smallOff, largeOff));
            }
            for (Route route : List.of(Route.PASSPORT, Route.OAUTH)) {
                String wrong = Calls.body(route, "nobody", "x")
                        .put("client_id", "nobody")
                        .toString();
                cases.add(of(route + " wrong client", wrong, route, smallOn, largeOn));
            }
            cases.add(openApi("OpenAPI", smallOn, largeOn));
            cases.add(openApi("OpenAPI off", smallOff, largeOff));
            for (Route route : Route.LOGINS) {
                cases.add(new Case(route + " login", login(route, smallOn, small), login(route, largeOn, large)));
            }
            report(cases);
        }
    }

    private static TestRealm realm(boolean on, int moreClients) {
        TestRealm realm = TestRealm.forManyLogins(json -> {
            if (!on) {
                RealmChange.clients(json).forEach(client -> client.remove("protocolMappers"));
            }
        });
        List<ClientRepresentation> all =
                IntStream.range(0, moreClients).mapToObj(RefusalTimes::client).toList();
        for (int i = 0; i < all.size(); i += BATCH) {
            PartialImportRepresentation some = new PartialImportRepresentation();
            some.setIfResourceExists("FAIL");
            some.setClients(all.subList(i, Math.min(i + BATCH, all.size())));
            realm.admin().partialImport(some).close();
        }
        return realm;
    }

    private static ClientRepresentation client(int number) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("more-" + number);
        client.setPublicClient(true);
        client.setWebOrigins(List.of("https://more-" + number + ".example.org"));
        return client;
    }

    private static Case of(String name, String body, Route route, TestRealm small, TestRealm large) {
        return new Case(name, post(small, route, body), post(large, route, body));
    }

    private static HttpRequest post(TestRealm realm, Route route, String body) {
        return to(realm, route.path())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static Case preflight(String name, Route route, TestRealm small, TestRealm large) {
        HttpRequest[] requests = Stream.of(small, large)
                .map(realm -> to(realm, route.path())
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", "https://nobody.example.org")
                        .header("Access-Control-Request-Method", "POST")
                        .build())
                .toArray(HttpRequest[]::new);
        return new Case(name, requests[0], requests[1]);
    }

    private static Case openApi(String name, TestRealm small, TestRealm large) {
        return new Case(
                name,
                to(small, "/legacy-login/openapi").build(),
                to(large, "/legacy-login/openapi").build());
    }

    private static HttpRequest login(Route route, TestRealm realm, TestUser user) {
        HttpRequest.Builder request = to(realm, route.path());
        return route.readsBody()
                ? request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Calls.body(route, user.username(), user.password())
                                .toString()))
                        .build()
                : request.header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString((user.username() + ":" + user.password())
                                                        .getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.noBody())
                        .build();
    }

    private static HttpRequest.Builder to(TestRealm realm, String path) {
        return HttpRequest.newBuilder(URI.create(Calls.url(realm.path(path))));
    }

    private void report(List<Case> cases) throws IOException, InterruptedException {
        List<String> dearer = new ArrayList<>();
        System.out.printf("%-32s %6s %10s %10s %6s%n", "medians, ms", "status", "5 clients", "2,000", "ratio");
        for (Case each : cases) {
            int status = status(each.small());
            assertThat(status(each.large())).as(each.name()).isEqualTo(status);
            long[] small = new long[TRIES];
            long[] large = new long[TRIES];
            for (int i = -WARM_UP; i < TRIES; i++) {
                long s = nanos(each.small());
                long l = nanos(each.large());
                if (i >= 0) {
                    small[i] = s;
                    large[i] = l;
                }
            }
            double ratio = median(large) / median(small);
            System.out.printf(
                    "%-32s %6d %10.3f %10.3f %6.2f%n", each.name(), status, median(small), median(large), ratio);
            if (ratio > MOST) {
                dearer.add(each.name() + " " + ratio);
            }
        }
        assertThat(dearer).as("dearer in a realm with more clients").isEmpty();
    }

    private int status(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private long nanos(HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        http.send(request, BodyHandlers.discarding());
        return System.nanoTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
