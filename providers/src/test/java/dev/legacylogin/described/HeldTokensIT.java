package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code me} and {@code logout}: the tokens of this client's users, and no others. */
class HeldTokensIT {
    private static final String DESCRIPTION = """
            {
              "endpoints": [
                {"operation": "login", "path": "/in", "success": {"body": ["{access_token}", "{refresh_token}"]}},
                {"operation": "me", "path": "/me", "success": {"body": "{user.username}"}},
                {"operation": "logout", "path": "/out", "token": ["bearer", "body.refresh"]}
              ],
              "errors": {"token": {"status": 401, "body": "no"}}
            }
            """;

    @AutoClose
    private static final DescribedApi API =
            DescribedApi.of(DESCRIPTION, realm -> DescribedApi.addClient(realm, "another", DESCRIPTION));

    @Test
    void logoutWithAnAccessTokenEndsTheSession() {
        try (TestUser user = API.realm().createUser("right")) {
            Pair tokens = login(user);
            Pair other = login(user);

            assertLoggedOut(user, API.post("/out").bearer(tokens.access()).send());

            refused(me(tokens.access()));
            assertThat(own().refresh(tokens.refresh()).status()).isEqualTo(400);
            Expect.json(me(other.access()), 200, "\"" + user.username() + "\"");
        }
    }

    @Test
    void logoutWithARefreshTokenEndsTheSession() {
        try (TestUser user = API.realm().createUser("right")) {
            Pair tokens = login(user);

            assertLoggedOut(
                    user,
                    API.post("/out")
                            .json("{\"refresh\":\"" + tokens.refresh() + "\"}")
                            .send());

            refused(me(tokens.access()));
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
    }

    @Test
    void tokensThatAreNotOfThisClient() {
        TestRealm realm = API.realm();
        try (TestUser user = realm.createUser("right");
                TestRealm elsewhere = TestRealm.copy();
                TestUser stranger = elsewhere.createUser("right")) {
            Pair own = login(user);
            Answer another = new OwnTokenEndpoint(realm, "another", "a secret").password(user);
            Answer otherRealm = OwnTokenEndpoint.of(elsewhere, "legacy-nomic").password(stranger);
            String idToken = own().password(user, "openid").text("/id_token");
            String serviceAccount = serviceAccount();
            String[] parts = own.access().split("\\.");
            List<String> wrong = Stream.of(
                            another.text("/access_token"),
                            another.text("/refresh_token"),
                            otherRealm.text("/access_token"),
                            otherRealm.text("/refresh_token"),
                            idToken,
                            serviceAccount,
                            parts[0] + "." + parts[1] + ".AAAA",
                            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                            "x",
                            "x.y.z",
                            "e30.e30.e30",
                            "a".repeat(4096))
                    .toList();

            for (String token : wrong) {
                refused(me(token));
                refused(API.post("/out").bearer(token).send());
            }
            refused(me(own.refresh()));
            refused(API.post("/me").send());
            refused(API.post("/out").send());
            assertThat(me(own.access()).status()).isEqualTo(200);
        }
    }

    @Test
    void whatKeycloakRefusesMeanwhile() {
        try (TestUser user = API.realm().createUser("right")) {
            Pair tokens = login(user);
            user.change(it -> it.setEnabled(false));
            refused(me(tokens.access()));
            user.change(it -> it.setEnabled(true));
            assertThat(me(tokens.access()).status()).isEqualTo(200);

            Clients.change(API.realm(), DescribedApi.CLIENT, it -> it.setEnabled(false));
            refused(me(tokens.access()));
            refused(API.post("/out").bearer(tokens.access()).send());
            Clients.change(API.realm(), DescribedApi.CLIENT, it -> it.setEnabled(true));

            int later = (int) Jwt.of(tokens.access()).seconds("iat") + 1;
            Clients.change(API.realm(), DescribedApi.CLIENT, it -> it.setNotBefore(later));
            refused(me(tokens.access()));
            Clients.change(API.realm(), DescribedApi.CLIENT, it -> it.setNotBefore(0));
            assertThat(me(tokens.access()).status()).isEqualTo(200);

            user.admin().logout();
            refused(me(tokens.access()));
        }
    }

    private static void assertLoggedOut(TestUser user, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(user.events().get(0)).satisfies(event -> {
            assertThat(event.getType()).isEqualTo("LOGOUT");
            assertThat(event.getClientId()).isEqualTo(DescribedApi.CLIENT);
            assertThat(event.getDetails()).containsEntry("legacy_login", "described");
        });
    }

    private static void refused(Answer answer) {
        Expect.json(answer, 401, "\"no\"");
    }

    private static Answer me(String token) {
        return API.post("/me").bearer(token).send();
    }

    private static OwnTokenEndpoint own() {
        return new OwnTokenEndpoint(API.realm(), DescribedApi.CLIENT, "a secret");
    }

    /** Of the same client, which is its own user then. */
    private static String serviceAccount() {
        Clients.change(API.realm(), DescribedApi.CLIENT, it -> it.setServiceAccountsEnabled(true));
        return own().token(Map.of("grant_type", "client_credentials")).text("/access_token");
    }

    private static Pair login(TestUser user) {
        Answer answer = API.post("/in")
                .json(DescribedApi.credentials(user, user.password()))
                .send();
        return new Pair(answer.json().path(0).textValue(), answer.json().path(1).textValue());
    }

    private record Pair(String access, String refresh) {}
}
