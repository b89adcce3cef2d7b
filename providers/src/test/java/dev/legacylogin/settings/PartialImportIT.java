package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.Route;
import dev.legacylogin.Texts;
import dev.legacylogin.http.Json;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * {@code realm-config/legacy-clients.json} in the console's dialog Realm settings, Action, Partial import, into a realm
 * that has nothing of ours. The dialog sends {@code {"ifResourceExists": …, "clients": […]}}: what is chosen in it for
 * clients that exist already, at first FAIL, whatever the file says; and all clients of the text in its editor, where
 * an admin deletes the others to choose some.
 */
class PartialImportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Route> LOGINS = Route.EACH_SHAPE;
    private static final Set<String> ALL = LOGINS.stream().map(Route::clientId).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ALL_BUT_FUSIO = LOGINS.stream()
            .filter(route -> route != Route.FUSIO)
            .map(Route::clientId)
            .collect(Collectors.toUnmodifiableSet());

    private TestRealm realm;
    private TestUser user;

    /** As Keycloak makes one: enabled, and else its defaults. */
    @BeforeEach
    void createRealm() {
        realm = TestRealm.copy(json -> {
            json.retain("realm", "enabled", "passwordPolicy", "components");
            json.withObject("/components").retain("org.keycloak.keys.KeyProvider");
        });
        user = realm.createUser("a password");
    }

    @AfterEach
    void deleteRealm() {
        realm.close();
    }

    @Test
    void allOfThemServeTheUsersOfTheRealm() {
        LOGINS.forEach(this::assertUnknown);

        Answer answer = partialImport("FAIL", shipped());

        assertResults(answer, added(ALL));
        LOGINS.forEach(this::assertLoggedIn);
    }

    @Test
    void theirSecretsAreGenerated() {
        partialImport("FAIL", shipped());
        Set<String> secrets = secrets();

        assertThat(secrets).hasSize(ALL.size()).allMatch(secret -> secret.length() >= 32);
        for (String file : List.of("legacy-clients.json", "legacy-realm.json", "user-profile.json", "README.md")) {
            assertThat(Texts.file("realm-config/" + file)).doesNotContain(secrets);
        }
        try (TestRealm other = TestRealm.copy(json -> json.remove("clients"))) {
            Clients.partialImport(other, "FAIL", shipped()).send();
            Set<String> all = new HashSet<>(secrets);
            ALL.forEach(clientId -> all.add(client(other, clientId).getSecret()));
            assertThat(all).hasSize(2 * ALL.size());
        }
    }

    @Test
    void againWithSkipItChangesNothing() {
        partialImport("FAIL", shipped());
        JsonNode before = clients();

        Answer answer = partialImport("SKIP", shipped());

        assertResults(answer, Map.of("SKIPPED", ALL));
        assertThat(clients()).isEqualTo(before);
        LOGINS.forEach(this::assertLoggedIn);
    }

    @Test
    void againWithOverwriteEachIsAsInTheFileWithANewSecret() {
        partialImport("FAIL", shipped());
        Set<String> before = secrets();

        Answer answer = partialImport("OVERWRITE", shipped());

        assertResults(answer, Map.of("OVERWRITTEN", ALL));
        assertThat(secrets()).hasSize(ALL.size()).doesNotContainAnyElementsOf(before);
        LOGINS.forEach(this::assertLoggedIn);
    }

    @Test
    void aClientThatIsThereIsKeptWithSkip() {
        existing();
        JsonNode before = JSON.valueToTree(client(realm, "legacy-fusio"));

        Answer answer = partialImport("SKIP", shipped());

        assertResults(answer, Map.of("SKIPPED", Set.of("legacy-fusio"), "ADDED", ALL_BUT_FUSIO));
        assertThat(JSON.<JsonNode>valueToTree(client(realm, "legacy-fusio"))).isEqualTo(before);
        assertUnknown(Route.FUSIO);
        LOGINS.stream().filter(route -> route != Route.FUSIO).forEach(this::assertLoggedIn);
    }

    @Test
    void aClientThatIsThereIsReplacedWithOverwrite() {
        String id = existing().getId();

        Answer answer = partialImport("OVERWRITE", shipped());

        assertResults(answer, Map.of("OVERWRITTEN", Set.of("legacy-fusio"), "ADDED", ALL_BUT_FUSIO));
        ClientRepresentation client = client(realm, "legacy-fusio");
        assertThat(client.getId()).isNotEqualTo(id);
        assertThat(client.getName()).isEqualTo("Legacy login, Fusio");
        assertThat(client.isStandardFlowEnabled()).isFalse();
        assertThat(client.getRedirectUris()).isEmpty();
        assertThat(client.getSecret()).isNotEqualTo("a secret of its own").hasSizeGreaterThanOrEqualTo(32);
        LOGINS.forEach(this::assertLoggedIn);
    }

    @Test
    void aClientThatIsThereIsRefusedWithFailAndNoneIsImported() {
        existing();
        JsonNode before = clients();

        Answer answer = partialImport("FAIL", shipped());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"errorMessage\":\"Client id 'legacy-fusio' already exists\"}");
        assertThat(clients()).isEqualTo(before);
        LOGINS.forEach(this::assertUnknown);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void oneAloneSwitchesItsShapeOn(Route route) {
        ArrayNode one = JSON.createArrayNode();
        shipped().forEach(client -> {
            if (client.path("clientId").textValue().equals(route.clientId())) {
                one.add(client);
            }
        });

        Answer answer = partialImport("FAIL", one);

        assertResults(answer, added(Set.of(route.clientId())));
        assertLoggedIn(route);
        Stream.of(Route.values())
                .filter(other -> !other.shape().equals(route.shape()))
                .forEach(this::assertUnknown);
    }

    /** A client of the same client id that is none of ours. */
    private ClientRepresentation existing() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("legacy-fusio");
        client.setName("Somebody's own");
        client.setSecret("a secret of its own");
        client.setRedirectUris(List.of("https://app.example.org/*"));
        realm.admin().clients().create(client).close();
        return client(realm, "legacy-fusio");
    }

    private Answer partialImport(String ifResourceExists, ArrayNode clients) {
        return Clients.partialImport(realm, ifResourceExists, clients).send();
    }

    private static ArrayNode shipped() {
        return (ArrayNode) Json.parseObject(Texts.file("realm-config/legacy-clients.json"))
                .orElseThrow()
                .path("clients");
    }

    private static Map<String, Set<String>> added(Set<String> clientIds) {
        return Map.of("ADDED", clientIds);
    }

    /** The whole answer; its results are in no order. */
    private void assertResults(Answer answer, Map<String, Set<String>> expected) {
        ObjectNode document = JSON.createObjectNode();
        document.put(
                "overwritten", expected.getOrDefault("OVERWRITTEN", Set.of()).size());
        document.put("added", expected.getOrDefault("ADDED", Set.of()).size());
        document.put("skipped", expected.getOrDefault("SKIPPED", Set.of()).size());
        Map<String, JsonNode> results = new TreeMap<>();
        expected.forEach((action, clientIds) -> clientIds.forEach(clientId -> results.put(
                clientId,
                JSON.createObjectNode()
                        .put("action", action)
                        .put("resourceType", "CLIENT")
                        .put("resourceName", clientId)
                        .put("id", client(realm, clientId).getId()))));
        document.putArray("results").addAll(results.values());

        ObjectNode answered = (ObjectNode) answer.json();
        Map<String, JsonNode> sorted = new TreeMap<>();
        answered.path("results")
                .forEach(result -> sorted.put(result.path("resourceName").textValue(), result));
        answered.putArray("results").addAll(sorted.values());
        assertThat(answered).isEqualTo(document);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
    }

    /** The shape's whole documented answer to the user's password. */
    private void assertLoggedIn(Route route) {
        Answer answer = login(route);
        JsonNode json = answer.json();
        switch (route) {
            case FUSIO -> Expect.json(answer, 200, "{\"token\":\"<Bearer legacy-fusio>\"}");
            case NOMIC -> Expect.json(answer, 200, "{\"isSuccess\":true,\"token\":\"<Bearer legacy-nomic>\"}");
            case POCKETBASE ->
                Expect.json(answer, 200, """
                    {"record":{"avatar":"","collectionId":"_pb_users_auth_","collectionName":"users","created":"%s",\
                    "email":"%s@example.org","emailVisibility":false,"id":"%s","language":"","location":null,"token":"",\
                    "unit":"","updated":"%s","username":"%s","verified":true},"token":"<Bearer legacy-pocketbase>"}""".formatted(
                                date(json.at("/record/created")),
                                user.username(),
                                user.id(),
                                date(json.at("/record/updated")),
                                user.username()));
            case PASSPORT ->
                Expect.json(answer, 200, """
                    {"success":true,"message":"You are logged in. Please wait.","access_token":{"access_token":"<Bearer 2>",\
                    "refresh_token":"<Refresh 2>"},"expires_in":"%d","logged_in_user":{"id":%d,"code":null,\
                    "global_prefix":null,"role":null,"username":"%s","email":"%s@example.org","api_token":null,\
                    "first_name":"Test","last_name":"User","contact_number":null,"business_name":null,\
                    "business_address":null,"is_active":null,"created_at":"%s","updated_at":"%s"}}""".formatted(
                                seconds(json.path("expires_in"), 300),
                                json.at("/logged_in_user/id").longValue(),
                                user.username(),
                                user.username(),
                                date(json.at("/logged_in_user/created_at")),
                                date(json.at("/logged_in_user/updated_at"))));
            case SPHINX ->
                Expect.json(answer, 200, """
                    {"code":0,"result":{"token_type":"Bearer","access_token":"<Bearer legacy-sphinx>",\
                    "access_token_expires_in":%d,"refresh_token":"<Refresh legacy-sphinx>",\
                    "refresh_token_expires_in":%d}}""".formatted(
                                seconds(json.at("/result/access_token_expires_in"), 1800),
                                // a realm's default; the page's 14400 s are the demo realm's
                                seconds(json.at("/result/refresh_token_expires_in"), 1800)));
            default -> {
                // its whole answer is in the shape's own tests
                Answers.assertGranted(route, answer);
                assertThat(Jwt.of(Calls.accessToken(route, answer)).text("azp")).isEqualTo(route.clientId());
            }
        }
    }

    private static String date(JsonNode answered) {
        assertThat(answered.textValue()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d([.]\\d{3}Z)?");
        return answered.textValue();
    }

    /** Keycloak counts the seconds that its own work took. */
    private static int seconds(JsonNode answered, int lifetime) {
        assertThat(answered.asInt()).isBetween(lifetime - 5, lifetime);
        return answered.asInt();
    }

    private Answer login(Route route) {
        String path = realm.path(route.path());
        if (!route.namesItsClient()) {
            return Calls.request(route, path, user.username(), user.password()).send();
        }
        return Http.post(path)
                .json(Calls.body(route, user.username(), user.password()).put("client_secret", secretOf(route)))
                .send();
    }

    private String secretOf(Route route) {
        return realm.admin().clients().findByClientId(route.clientId()).stream()
                .map(ClientRepresentation::getSecret)
                .findFirst()
                .orElse(Calls.SECRET);
    }

    /** Keycloak's own answer at a path that it does not know. */
    private void assertUnknown(Route route) {
        Answer unknown = Http.post(realm.path("/un" + route.path().substring(1)))
                .json("{}")
                .send();

        Answer answer = login(route);

        assertThat(answer.status()).as(route.path()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(unknown.body());
    }

    private Set<String> secrets() {
        Set<String> secrets = new HashSet<>();
        ALL.forEach(clientId -> secrets.add(client(realm, clientId).getSecret()));
        return secrets;
    }

    private static ClientRepresentation client(TestRealm realm, String clientId) {
        return Clients.admin(realm, clientId).toRepresentation();
    }

    /** All clients of the realm, whole. */
    private JsonNode clients() {
        List<ClientRepresentation> all = new ArrayList<>();
        realm.admin().clients().findAll().stream()
                .map(ClientRepresentation::getClientId)
                .sorted()
                .forEach(clientId -> all.add(client(realm, clientId)));
        return JSON.valueToTree(all);
    }
}
