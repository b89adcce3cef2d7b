package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.importing.UserImports;
import dev.legacylogin.server.TestRealm;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * Realms that have much of something, each against one of the usual size. Keycloak's own endpoint is measured in the same
 * way, because Keycloak itself may not be the same for both.
 *
 * @param target the server
 * @param usual the realm of the usual size
 */
record Large(Target target, MeasuredRealm usual) {

    private static final int ROWS_A_CALL = 50_000;

    /** All but the one with many realms, which changes the server for all others. */
    Stream<Pair> all(Options options) {
        return Stream.of(users(options.users()), clients(options.clients()), fields(options.fields()))
                .flatMap(Function.identity());
    }

    /** With so many imported users. */
    private Stream<Pair> users(int users) {
        MeasuredRealm many = MeasuredRealm.withOneRound();
        for (int from = 0; from < users; from += ROWS_A_CALL) {
            importUsers(many.realm(), from, Math.min(users, from + ROWS_A_CALL));
        }
        String size = number(users) + " users";
        return Stream.of(
                pair(
                        size,
                        Route.FUSIO.path(),
                        app(many, Route.FUSIO).login(),
                        app(usual, Route.FUSIO).login()),
                pair(
                        size,
                        Route.FUSIO.path() + ", unknown user",
                        app(many, Route.FUSIO).unknownUser(),
                        app(usual, Route.FUSIO).unknownUser()),
                pair(
                        size,
                        Plan.OWN,
                        own(many, Route.FUSIO).login(),
                        own(usual, Route.FUSIO).login()),
                pair(
                        size,
                        Plan.OWN + ", unknown user",
                        own(many, Route.FUSIO).unknownUser(),
                        own(usual, Route.FUSIO).unknownUser()));
    }

    private static void importUsers(TestRealm realm, int from, int to) {
        String rows = IntStream.range(from, to)
                .mapToObj(i -> UserImports.row(i + 1_000, "imported" + i))
                .collect(Collectors.joining());
        assertThat(UserImports.figures(UserImports.csv(realm, false, rows)))
                .containsExactly(to - from, to - from, 0, 0);
    }

    /** With so many clients besides. */
    private Stream<Pair> clients(int clients) {
        MeasuredRealm many = MeasuredRealm.withOneRound();
        ClientsResource admin = many.realm().admin().clients();
        for (int i = 0; i < clients; i++) {
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId("client" + i);
            client.setDirectAccessGrantsEnabled(true);
            admin.create(client).close();
        }
        String size = number(clients) + " clients";
        Route route = Route.PASSPORT;
        return Stream.of(
                pair(
                        size,
                        route.path(),
                        app(many, route).login(),
                        app(usual, route).login()),
                pair(
                        size,
                        route.path() + ", unknown client",
                        app(many, route).unknownClient(),
                        app(usual, route).unknownClient()),
                pair(size, Plan.OWN, own(many, route).login(), own(usual, route).login()),
                pair(
                        size,
                        Plan.OWN + ", wrong secret",
                        own(many, route).wrongClient(),
                        own(usual, route).wrongClient()));
    }

    /** With users who have so many more attributes, and as many roles. */
    private Stream<Pair> fields(int fields) {
        MeasuredRealm many = MeasuredRealm.with(RealmChange.anyAttribute()
                .andThen(json -> addRoles(json, fields))
                .andThen(json -> giveAll(json, fields)));
        String size = number(fields) + " attributes and roles";
        Route route = Route.POCKETBASE;
        return Stream.of(
                pair(
                        size,
                        route.path(),
                        app(many, route).login(),
                        app(usual, route).login()),
                pair(
                        size,
                        Plan.OWN + " and UserInfo",
                        own(many, route).loginAndUserInfo(),
                        own(usual, route).loginAndUserInfo()));
    }

    private static void addRoles(ObjectNode json, int roles) {
        ArrayNode all = json.withObject("/roles").withArray("realm");
        IntStream.range(0, roles).forEach(i -> all.addObject().put("name", "role" + i));
        RealmChange.clients(json).forEach(client -> client.put("fullScopeAllowed", true)); // so that tokens have them
    }

    private static void giveAll(ObjectNode json, int fields) {
        json.path("users").forEach(user -> {
            ArrayNode roles = (ArrayNode) user.path("realmRoles");
            ObjectNode attributes = (ObjectNode) user.path("attributes");
            for (int i = 0; i < fields; i++) {
                roles.add("role" + i);
                attributes.putArray("attribute" + i).add("value " + i);
            }
        });
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static Pair pair(String size, String name, Visit large, Visit usual) {
        return new Pair("Large realms", size + ": " + name, large, "the usual realm", usual);
    }

    private OldApp app(MeasuredRealm measured, Route route) {
        return new OldApp(target, measured, route);
    }

    private OwnApp own(MeasuredRealm measured, Route route) {
        return new OwnApp(target, measured, route.clientId());
    }

    /** Makes so many realms, after which a login is measured against the own endpoint, as it was before. */
    Stream<Pair> realms(int realms) {
        for (int i = 0; i < realms; i++) {
            TestRealm.copy(json -> json.remove("users"));
        }
        return Stream.of(Route.FUSIO, Route.PASSPORT)
                .map(route -> new Pair(
                        "Many realms",
                        number(realms) + " realms: " + route.path(),
                        app(usual, route).login(),
                        Plan.OWN,
                        own(usual, route).login()));
    }
}
