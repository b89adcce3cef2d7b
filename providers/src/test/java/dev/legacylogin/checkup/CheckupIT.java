package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.Shapes;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import dev.legacylogin.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** The check-up of a realm, for admins who may view its clients. */
@ResourceLock(TestRealm.DEMO)
class CheckupIT {

    @Test
    void findsInTheDemoRealmWhatIsReallySoThere() {
        JsonNode report = Checkups.report(TestRealm.demo());

        assertThat(Checkups.findings(report))
                .containsExactly("passport/2 ACCESS_TOKEN_SHORTER", "passport/2 USERNAMES_DISCLOSED");
        assertThat(Checkups.message(report, "ACCESS_TOKEN_SHORTER"))
                .isEqualTo("An access token lives 300 s; the documented one lives 31622399 s.");
        assertThat(report.path("shapes").findValuesAsText("on")).containsOnly("true");
        assertThat(report.path("shapes").findValuesAsText("clientId"))
                .containsExactlyElementsOf(
                        shapes().stream().map(Route::clientId).toList());
    }

    @Test
    void hasEveryShapeByName() {
        assertThat(Checkups.report(TestRealm.demo()).path("shapes").findValuesAsText("shape"))
                .containsExactlyElementsOf(
                        Shapes.ALL.stream().map(Shape::name).sorted().toList());
    }

    /** Of each shape its first path, by the shapes' names. */
    private static List<Route> shapes() {
        return Route.EACH_SHAPE.stream()
                .sorted(Comparator.comparing(Route::shape))
                .toList();
    }

    @Test
    void namesEveryPathBelowTheRealmAndAtTheRoot() {
        assertThat(urls(TestRealm.demo()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Route.values())
                        .flatMap(route ->
                                Stream.of(route.path(), TestRealm.demo().path(route.path())))
                        .map(Calls::url)
                        .toList());
        try (TestRealm other = TestRealm.copy()) {
            assertThat(urls(other))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Route.values())
                            .map(route -> Calls.url(other.path(route.path())))
                            .toList());
        }
    }

    private static List<String> urls(TestRealm realm) {
        List<String> urls = new ArrayList<>();
        Checkups.report(realm)
                .path("shapes")
                .forEach(shape -> shape.path("urls").forEach(url -> urls.add(url.textValue())));
        return urls;
    }

    @Test
    void showsTheSettingsThatCount() {
        try (TestRealm realm = TestRealm.copy(json -> {
            RealmChange.settings(json, "legacy-sphinx")
                    .put("refresh.delivery", "pigeon")
                    .put("sunset", "2099-12-31");
            RealmChange.settings(json, "legacy-sphinx").remove("password.reset.redirect");
        })) {
            assertThat(Checkups.shape(Checkups.report(realm), "sphinx")
                            .path("clients")
                            .get(0)
                            .path("settings"))
                    .hasToString("{\"refresh.delivery\":\"headers\",\"password.reset.redirect\":\"pw/reset\","
                            + "\"claims\":\"keycloak\",\"sunset\":\"2099-12-31\",\"refuse.after.sunset\":\"false\"}");
        }
    }

    @Test
    void whereNoShapeIsOnNothingIsFound() {
        try (TestRealm realm = TestRealm.copy(json -> {
            RealmChange.withoutClients(json);
            json.put("bruteForceProtected", false).put("eventsEnabled", false);
        })) {
            JsonNode report = Checkups.report(realm);

            assertThat(Checkups.findings(report)).isEmpty();
            assertThat(report.path("shapes").findValuesAsText("on")).containsOnly("false");
            assertThat(report.path("shapes").findValuesAsText("client"))
                    .containsExactlyElementsOf(shapes().stream()
                            .map(route -> route.namesItsClient() ? "null" : route.clientId())
                            .toList());
            assertThat(text(realm))
                    .isEqualTo(header(realm)
                            + table(List.of("SHAPE", "STATE", "CLIENT", "SETTINGS"), shapes(), CheckupIT::switchedOff)
                            + "\n"
                            + urlTable(realm)
                            + "\nNothing found.\n");
        }
    }

    @Test
    void countsUsersWhoLackANameOrAnAddress() {
        try (TestRealm realm = TestRealm.copy(json -> serviceAccount(json.withArray("clients")))) {
            assertThat(Checkups.findings(Checkups.report(realm)))
                    .noneMatch(found -> found.contains("USERS_INCOMPLETE"));
            TestUser first = realm.createUser("x").change(user -> user.setFirstName(""));
            TestUser last = realm.createUser("x").change(user -> user.setLastName(""));
            TestUser mail = realm.createUser("x").change(user -> user.setEmail(""));
            TestUser all = realm.createUser("x").change(user -> {
                user.setFirstName("");
                user.setLastName("");
                user.setEmail("");
            });

            JsonNode finding = Checkups.finding(Checkups.report(realm), "USERS_INCOMPLETE");
            assertThat(finding.path("users").intValue()).isEqualTo(4);
            assertThat(finding.path("message").textValue())
                    .isEqualTo(
                            "The user profile demands email, firstName, lastName, and users who lack it are refused: 4 now.");

            first.close();
            last.close();
            mail.change(user -> user.setEmail("m@example.org"));
            assertThat(incomplete(Checkups.report(realm))).isEqualTo(1);
            all.close();
            assertThat(Checkups.findings(Checkups.report(realm)))
                    .noneMatch(found -> found.contains("USERS_INCOMPLETE"));
        }
    }

    @Test
    void countsUsersWhoseAddressIsNotVerified() {
        try (TestRealm realm = TestRealm.copy(json -> {
            json.put("verifyEmail", true);
            serviceAccount(json.withArray("clients"));
        })) {
            TestUser user = realm.createUser("x");
            assertThat(unverified(Checkups.report(realm))).isZero();
            user.change(it -> it.setEmailVerified(false));
            assertThat(unverified(Checkups.report(realm))).isEqualTo(1);
        }
    }

    /** A service account may have all of it, and stands for no user who lacks it. */
    @Test
    void aServiceAccountHidesNobody() {
        try (TestRealm realm = TestRealm.copy(json -> {
            json.put("verifyEmail", true);
            serviceAccount(json.withArray("clients"));
        })) {
            UserRepresentation account = Clients.admin(realm, "service").getServiceAccountUser();
            account.setFirstName("Some");
            account.setLastName("Service");
            account.setEmail("service@example.org");
            account.setEmailVerified(true);
            realm.admin().users().get(account.getId()).update(account);
            realm.createUser("x").change(user -> {
                user.setEmail("");
                user.setEmailVerified(false);
            });

            assertThat(incomplete(Checkups.report(realm))).isEqualTo(1);
            assertThat(unverified(Checkups.report(realm))).isEqualTo(1);
        }
    }

    /** Keycloak leaves out of its counts who the caller may not see; what stops a login stops it for whoever asks. */
    @Test
    void theNumbersAreTheSameForWhoeverMayAsk() {
        try (TestRealm realm = TestRealm.copy(json -> json.put("verifyEmail", true))) {
            switchOnAdminPermissions(realm);
            String token = Admin.tokenWith(realm, "view-clients");
            realm.createUser("x").change(user -> {
                user.setEmail("");
                user.setEmailVerified(false);
            });

            Answer answer = Http.get(Checkups.path(realm)).bearer(token).send();

            assertThat(answer.json()).isEqualTo(Checkups.report(realm));
            assertThat(incomplete(answer.json())).isEqualTo(1);
            assertThat(unverified(answer.json())).isEqualTo(1);
        }
    }

    /** Where the version has them: 26.2 and newer. */
    private static void switchOnAdminPermissions(TestRealm realm) {
        String path = "/admin/realms/" + realm.name();
        ObjectNode json = (ObjectNode) Http.get(path).asAdmin().send().json();
        if (json.has("adminPermissionsEnabled")) {
            json.put("adminPermissionsEnabled", true);
            assertThat(Http.put(path).asAdmin().json(json).send().status()).isEqualTo(204);
        }
    }

    private static int incomplete(JsonNode report) {
        return Checkups.finding(report, "USERS_INCOMPLETE").path("users").intValue();
    }

    private static int unverified(JsonNode report) {
        return Checkups.finding(report, "VERIFY_EMAIL").path("users").intValue();
    }

    /** Its user has no name, and nobody can log in as it. */
    private static void serviceAccount(ArrayNode clients) {
        clients.addObject().put("clientId", "service").put("serviceAccountsEnabled", true);
    }

    @Test
    void isATableForPeople() {
        try (TestRealm realm = TestRealm.copy(json -> {
            json.put("bruteForceProtected", false);
            RealmChange.client(json, "legacy-fusio").put("directAccessGrantsEnabled", false);
        })) {
            assertThat(text(realm))
                    .isEqualTo(header(realm)
                            + table(List.of("SHAPE", "STATE", "CLIENT", "SETTINGS"), shapes(), CheckupIT::switchedOn)
                            + "\n"
                            + urlTable(realm)
                            + """

                    LEVEL    CODE                       WHERE                WHAT, AND WHAT TO DO
                    error    DIRECT_ACCESS_GRANTS_OFF   fusio, legacy-fusio  Direct access grants are off: nobody can log in.
                                                                             Client, Settings: switch Direct access grants on.
                    warning  BRUTE_FORCE_DETECTION_OFF  realm                Anybody may guess passwords without limit.
                                                                             Realm settings, Security defenses: switch brute force detection on.
                    warning  ACCESS_TOKEN_SHORTER       passport, 2          An access token lives 300 s; the documented one lives 31622399 s.
                                                                             If the old app counts on it: Client, Advanced, Access Token Lifespan; the session's maximum caps it.
                    warning  USERNAMES_DISCLOSED        passport, 2          The documented answer tells strangers which usernames exist.
                                                                             Set Unknown username to hidden, where the old app can live with it.
                    """);
        }
    }

    private static String header(TestRealm realm) {
        return "Legacy login, realm " + realm.name() + "\n\n";
    }

    private static String urlTable(TestRealm realm) {
        List<Route> all = Stream.of(Route.values())
                .sorted(Comparator.comparing(Route::shape)) // a stable sort
                .toList();
        return table(
                List.of("SHAPE", "URL"), all, route -> List.of(route.shape(), Calls.url(realm.path(route.path()))));
    }

    /** The row of a shape whose client in the demo realm has the defaults, which are all told. */
    private static List<String> switchedOn(Route route) {
        return List.of(route.shape(), "on", route.clientId(), settings(route));
    }

    private static List<String> switchedOff(Route route) {
        return List.of(route.shape(), "off", route.namesItsClient() ? "" : route.clientId(), "");
    }

    /** The defaults, whose literal values the tests of the forms have. */
    private static String settings(Route route) {
        return Shapes.ALL.stream()
                .filter(shape -> shape.name().equals(route.shape()))
                .flatMap(shape -> shape.form().getConfigProperties().stream())
                .map(field -> field.getName() + "=" + field.getDefaultValue())
                .collect(Collectors.joining(" "));
    }

    /** Columns as wide as their widest cell and two spaces between them, none at the end of a line. */
    private static String table(List<String> titles, List<Route> routes, Function<Route, List<String>> row) {
        List<List<String>> rows =
                Stream.concat(Stream.of(titles), routes.stream().map(row)).toList();
        StringBuilder table = new StringBuilder();
        for (List<String> cells : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElseThrow();
                line.append(cells.get(column))
                        .append(" ".repeat(width - cells.get(column).length() + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String text(TestRealm realm) {
        Answer answer = Answers.granted(Checkups.request(realm).header("Accept", "text/plain"));

        assertThat(answer.headers("Content-Type")).containsExactly("text/plain;charset=UTF-8");
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html,application/json;q=0.9,*/*;q=0.8"})
    void isJsonUnlessTextIsAskedFor(String accept) {
        Answer answer = Answers.granted(Checkups.request(TestRealm.demo()).header("Accept", accept));

        assertThat(answer.headers("Content-Type")).containsExactly("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo/bar", "image/png", "text/html"})
    void isNothingElse(String accept) {
        Answer answer =
                Checkups.request(TestRealm.demo()).header("Accept", accept).send();

        assertThat(answer.status()).isEqualTo(406);
        assertSame(answer, rolesOfTheAdminApi(accept));
    }

    /** 26.0 fails at such a header, at every path of its admin API; 26.7 takes it for one that nothing fits. */
    @ParameterizedTest
    @ValueSource(strings = {"foo", "a/b/c"})
    void isAnsweredAsByTheAdminApiWhereTheHeaderCannotBeRead(String accept) {
        Answer answer =
                Checkups.request(TestRealm.demo()).header("Accept", accept).send();

        int adminApi = rolesOfTheAdminApi(accept).status();
        assertThat(answer.status()).isEqualTo(adminApi);
        if (TestServer.get().version().startsWith("26.7.")) {
            assertThat(adminApi).isEqualTo(406);
        }
    }

    private static Answer rolesOfTheAdminApi(String accept) {
        return Http.get("/admin/realms/legacy/roles")
                .asAdmin()
                .header("Accept", accept)
                .send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/*", "application/json;q=0.5,text/plain"})
    void isTextWhereThatIsAskedFor(String accept) {
        Answer answer = Answers.granted(Checkups.request(TestRealm.demo()).header("Accept", accept));

        assertThat(answer.headers("Content-Type")).containsExactly("text/plain;charset=UTF-8");
    }

    @Test
    void changesNothingAndHasNothingBelowIt() {
        String path = Checkups.path(TestRealm.demo());
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(Http.request(method, path).asAdmin().send().status())
                    .as(method)
                    .isEqualTo(405);
        }
        assertThat(Http.get(path + "/more").asAdmin().send().status()).isEqualTo(404);
    }

    /** As the admin API answers the question for one of the realm's clients. */
    @ParameterizedTest
    @CsvSource({"view-clients,200", "manage-clients,200", "realm-admin,200", "view-users,403", "view-realm,403", ",403"
    })
    void asksForTheAdminsPermission(String role, int status) {
        try (TestRealm realm = TestRealm.copy()) {
            String token = Admin.tokenWith(realm, role);

            Answer answer = Http.get(Checkups.path(realm)).bearer(token).send();

            assertThat(answer.status()).isEqualTo(status);
            assertSame(answer, Http.get(client(realm)).bearer(token).send());
        }
    }

    @Test
    void asksForAToken() {
        TestRealm realm = TestRealm.demo();

        Answer none = Http.get(Checkups.path(realm)).send();
        Answer junk = Http.get(Checkups.path(realm)).bearer("junk").send();

        assertThat(none.status()).isEqualTo(401);
        assertThat(junk.status()).isEqualTo(401);
        assertSame(none, Http.get(client(realm)).send());
        assertSame(junk, Http.get(client(realm)).bearer("junk").send());
    }

    @Test
    void anAdminOfAnotherRealmSeesNothing() {
        try (TestRealm realm = TestRealm.copy();
                TestRealm other = TestRealm.copy()) {
            String token = Admin.tokenWith(other, "realm-admin");

            Answer answer = Http.get(Checkups.path(realm)).bearer(token).send();

            assertThat(answer.status()).isEqualTo(403);
            assertSame(answer, Http.get(client(realm)).bearer(token).send());
        }
    }

    private static String client(TestRealm realm) {
        return "/admin/realms/" + realm.name() + "/clients/" + Clients.id(realm, "legacy-fusio");
    }

    private static void assertSame(Answer answer, Answer adminApi) {
        assertThat(answer.status()).isEqualTo(adminApi.status());
        if (answer.status() != 200) {
            assertThat(answer.body()).isEqualTo(adminApi.body());
            assertThat(answer.headers("WWW-Authenticate")).isEqualTo(adminApi.headers("WWW-Authenticate"));
            assertThat(answer.headers("Content-Type")).isEqualTo(adminApi.headers("Content-Type"));
        }
    }
}
