package dev.legacylogin.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.RealmJson;
import dev.legacylogin.Route;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The check-up of a realm, for admins who may view its clients. */
class CheckupIT {

    @Test
    void findsInTheDemoRealmWhatIsReallySoThere() {
        JsonNode report = Checkups.report(TestRealm.demo());

        assertThat(Checkups.findings(report))
                .containsExactly("passport/2 ACCESS_TOKEN_SHORTER", "passport/2 USERNAMES_DISCLOSED");
        assertThat(Checkups.finding(report, "ACCESS_TOKEN_SHORTER")
                        .path("message")
                        .textValue())
                .isEqualTo("An access token lives 300 s; the one on the page 31622399 s.");
        assertThat(report.path("shapes").findValuesAsText("on")).containsOnly("true");
        assertThat(report.path("shapes").findValuesAsText("clientId"))
                .containsExactly("legacy-fusio", "legacy-nomic", "2", "legacy-pocketbase", "legacy-sphinx");
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
            RealmJson.settings(json, "legacy-sphinx")
                    .put("refresh.delivery", "pigeon")
                    .put("sunset", "2099-12-31");
            RealmJson.settings(json, "legacy-sphinx").remove("password.reset.redirect");
        })) {
            assertThat(Checkups.report(realm)
                            .path("shapes")
                            .get(4)
                            .path("clients")
                            .get(0)
                            .path("settings"))
                    .hasToString("{\"refresh.delivery\":\"headers\",\"password.reset.redirect\":\"pw/reset\","
                            + "\"sunset\":\"2099-12-31\",\"refuse.after.sunset\":\"false\"}");
        }
    }

    @Test
    void whereNoShapeIsOnNothingIsFound() {
        try (TestRealm realm = TestRealm.copy(json -> {
            ((ArrayNode) json.path("clients")).removeAll();
            json.put("bruteForceProtected", false).put("eventsEnabled", false);
        })) {
            JsonNode report = Checkups.report(realm);

            assertThat(Checkups.findings(report)).isEmpty();
            assertThat(report.path("shapes").findValuesAsText("on")).containsOnly("false");
            assertThat(report.path("shapes").findValuesAsText("client"))
                    .containsExactly("legacy-fusio", "legacy-nomic", "null", "legacy-pocketbase", "legacy-sphinx");
            assertThat(text(realm)).endsWith("\nNothing found.\n").contains("\nnomic       off    legacy-nomic\n");
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
            assertThat(Checkups.finding(Checkups.report(realm), "USERS_INCOMPLETE")
                            .path("users")
                            .intValue())
                    .isEqualTo(1);
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
            assertThat(unverified(realm)).isZero();
            user.change(it -> it.setEmailVerified(false));
            assertThat(unverified(realm)).isEqualTo(1);
        }
    }

    /** A service account may have all of it, and stands for no user who lacks it. */
    @Test
    void aServiceAccountHidesNobody() {
        try (TestRealm realm = TestRealm.copy(json -> {
            json.put("verifyEmail", true);
            serviceAccount(json.withArray("clients"));
        })) {
            String client =
                    realm.admin().clients().findByClientId("service").get(0).getId();
            UserRepresentation account = realm.admin().clients().get(client).getServiceAccountUser();
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
            assertThat(unverified(realm)).isEqualTo(1);
        }
    }

    /** Keycloak leaves out of its counts who the caller may not see; what stops a login stops it for whoever asks. */
    @Test
    void theNumbersAreTheSameForWhoeverMayAsk() {
        try (TestRealm realm = TestRealm.copy(json -> json.put("verifyEmail", true))) {
            switchOnAdminPermissions(realm);
            String token = token(realm, "view-clients");
            realm.createUser("x").change(user -> {
                user.setEmail("");
                user.setEmailVerified(false);
            });

            Answer answer = Http.get(Checkups.path(realm)).bearer(token).send();

            assertThat(answer.json()).isEqualTo(Checkups.report(realm));
            assertThat(incomplete(answer.json())).isEqualTo(1);
            assertThat(Checkups.finding(answer.json(), "VERIFY_EMAIL")
                            .path("users")
                            .intValue())
                    .isEqualTo(1);
        }
    }

    /** Where the version has them: 26.2 and newer. */
    private static void switchOnAdminPermissions(TestRealm realm) {
        String path = "/admin/realms/" + realm.name();
        String admin = Admin.client().tokenManager().getAccessTokenString();
        ObjectNode json = (ObjectNode) Http.get(path).bearer(admin).send().json();
        if (json.has("adminPermissionsEnabled")) {
            json.put("adminPermissionsEnabled", true);
            assertThat(Http.put(path).bearer(admin).json(json.toString()).send().status())
                    .isEqualTo(204);
        }
    }

    private static int incomplete(JsonNode report) {
        return Checkups.finding(report, "USERS_INCOMPLETE").path("users").intValue();
    }

    private static int unverified(TestRealm realm) {
        return Checkups.finding(Checkups.report(realm), "VERIFY_EMAIL")
                .path("users")
                .intValue();
    }

    /** Its user has no name, and nobody logs in as it. */
    private static void serviceAccount(ArrayNode clients) {
        clients.addObject().put("clientId", "service").put("serviceAccountsEnabled", true);
    }

    @Test
    void isATableForPeople() {
        try (TestRealm realm = TestRealm.copy(json -> {
            json.put("bruteForceProtected", false);
            RealmJson.client(json, "legacy-fusio").put("directAccessGrantsEnabled", false);
        })) {
            String base = Calls.url(realm.path(""));

            assertThat(text(realm)).isEqualTo("""
                    Legacy login, realm %s

                    SHAPE       STATE  CLIENT             SETTINGS
                    fusio       on     legacy-fusio       response=documented sunset= refuse.after.sunset=false
                    nomic       on     legacy-nomic       sunset= refuse.after.sunset=false
                    passport    on     2                  tokens=documented unknown.username=documented sunset= refuse.after.sunset=false
                    pocketbase  on     legacy-pocketbase  cookie=false sunset= refuse.after.sunset=false
                    sphinx      on     legacy-sphinx      refresh.delivery=headers password.reset.redirect=pw/reset sunset= refuse.after.sunset=false

                    SHAPE       URL
                    fusio       %s/consumer/login
                    nomic       %s/api/auth/token
                    passport    %s/api/auth/login
                    passport    %s/oauth/token
                    pocketbase  %s/auth/login
                    sphinx      %s/v1/api/auth/login
                    sphinx      %s/v1/api/auth/refresh

                    LEVEL    CODE                       WHERE                WHAT, AND WHAT TO DO
                    error    DIRECT_ACCESS_GRANTS_OFF   fusio, legacy-fusio  Direct access grants are off: nobody logs in.
                                                                             Client, Settings: switch Direct access grants on.
                    warning  BRUTE_FORCE_DETECTION_OFF  realm                Nothing stops who guesses passwords.
                                                                             Realm settings, Security defenses: switch brute force detection on.
                    warning  ACCESS_TOKEN_SHORTER       passport, 2          An access token lives 300 s; the one on the page 31622399 s.
                                                                             If the old app counts on it: Client, Advanced, Access Token Lifespan; the session's maximum caps it.
                    warning  USERNAMES_DISCLOSED        passport, 2          The documented answer tells strangers which usernames exist.
                                                                             Set Unknown username to hidden, where the old app can live with it.
                    """.formatted(realm.name(), base, base, base, base, base, base, base));
        }
    }

    private static String text(TestRealm realm) {
        Answer answer = Checkups.request(realm).header("Accept", "text/plain").send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain;charset=UTF-8");
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html,application/json;q=0.9,*/*;q=0.8"})
    void isJsonUnlessTextIsAskedFor(String accept) {
        Answer answer =
                Checkups.request(TestRealm.demo()).header("Accept", accept).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
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
                .bearer(Admin.client().tokenManager().getAccessTokenString())
                .header("Accept", accept)
                .send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/*", "application/json;q=0.5,text/plain"})
    void isTextWhereThatIsAskedFor(String accept) {
        Answer answer =
                Checkups.request(TestRealm.demo()).header("Accept", accept).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain;charset=UTF-8");
    }

    @Test
    void changesNothingAndHasNothingBelowIt() {
        String path = Checkups.path(TestRealm.demo());
        String token = Admin.client().tokenManager().getAccessTokenString();
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(Http.request(method, path).bearer(token).send().status())
                    .as(method)
                    .isEqualTo(405);
        }
        assertThat(Http.get(path + "/more").bearer(token).send().status()).isEqualTo(404);
    }

    /** As the admin API answers the question for one of the realm's clients. */
    @ParameterizedTest
    @CsvSource({"view-clients,200", "manage-clients,200", "realm-admin,200", "view-users,403", "view-realm,403", ",403"
    })
    void asksForTheAdminsPermission(String role, int status) {
        try (TestRealm realm = TestRealm.copy()) {
            String token = token(realm, role);

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
            String token = token(other, "realm-admin");

            Answer answer = Http.get(Checkups.path(realm)).bearer(token).send();

            assertThat(answer.status()).isEqualTo(403);
            assertSame(answer, Http.get(client(realm)).bearer(token).send());
        }
    }

    private static String client(TestRealm realm) {
        String id =
                realm.admin().clients().findByClientId("legacy-fusio").get(0).getId();
        return "/admin/realms/" + realm.name() + "/clients/" + id;
    }

    private static void assertSame(Answer answer, Answer adminApi) {
        assertThat(answer.status()).isEqualTo(adminApi.status());
        if (answer.status() != 200) {
            assertThat(answer.body()).isEqualTo(adminApi.body());
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .isEqualTo(adminApi.headers().allValues("WWW-Authenticate"));
            assertThat(answer.headers().allValues("Content-Type"))
                    .isEqualTo(adminApi.headers().allValues("Content-Type"));
        }
    }

    /** Of a user of this realm with this role of its administration. */
    private static String token(TestRealm realm, String role) {
        TestUser user = realm.createUser("a password");
        if (role != null) {
            ClientRepresentation administration =
                    realm.admin().clients().findByClientId("realm-management").get(0);
            user.admin()
                    .roles()
                    .clientLevel(administration.getId())
                    .add(List.of(realm.admin()
                            .clients()
                            .get(administration.getId())
                            .roles()
                            .get(role)
                            .toRepresentation()));
        }
        return Http.post(realm.path("/protocol/openid-connect/token"))
                .form(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        user.username(),
                        "password",
                        user.password()))
                .send()
                .json()
                .path("access_token")
                .textValue();
    }
}
