package dev.legacylogin.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Users of an LDAP directory. */
@Tag("distribution") // a server in a container does not get to a directory here
class LdapIT {
    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    @AutoClose
    private static final Directory directory = new Directory();

    @BeforeAll
    static void createRealm() {
        directory.federate(realm);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void userLogsIn(Route route) {
        String username = add("user-" + route.ordinal());

        Answers.assertGranted(route, login(route, username, Directory.PASSWORD));
        assertRefused(route, login(route, username, "wrong"));
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void passwordThatIsTooOldMustBeChanged(Route route) {
        String username = add("expired-" + route.ordinal());
        directory.expire(username);

        Answer answer = login(route, username, Directory.PASSWORD);

        if (route == Route.SPHINX) {
            Answers.assertFailure(answer, new Failure(403, """
                    {"code":403,"error":"password_reset_required",\
                    "desc":"The password must be changed before the login","redirect":"pw/reset"}"""));
        } else {
            assertRefused(route, answer);
        }
        assertRefused(route, login(route, username, "wrong"));
    }

    /** Keycloak imports the user at the first login, and finds then that it cannot. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void userWhoseEmailALocalUserHasIsRefusedAsAtKeycloaksOwn(Route route) {
        try (TestUser local = realm.createUser("another password")) {
            String username = "same-" + route.ordinal();
            directory.add(username, local.username() + "@example.org");

            Answer own = OwnTokenEndpoint.of(realm, route).password(username, Directory.PASSWORD);
            Answer answer = login(route, username, Directory.PASSWORD);

            assertThat(own.status()).as(own.body()).isBetween(400, 401);
            assertThat(answer.status()).as(answer.body()).isLessThan(500);
            assertRefused(route, answer);
            assertThat(realm.admin().users().search(username, true)).isEmpty();
        }
    }

    /** Where brute force detection looks for the user once more, Keycloak's own endpoint answers 409. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void userWhoIsNotImportedAndWhoseEmailALocalUserHasIsRefused(Route route) {
        try (TestRealm guarded = TestRealm.copy();
                TestUser local = guarded.createUser("another password")) {
            directory.federate(guarded, false);
            String username = "not-imported-" + route.ordinal();
            directory.add(username, local.username() + "@example.org");

            Answer own = OwnTokenEndpoint.of(guarded, route).password(username, Directory.PASSWORD);
            Answer answer =
                    Calls.request(route, guarded, username, Directory.PASSWORD).send();

            assertThat(own.status()).as(own.body()).isBetween(400, 409);
            Answers.assertFailure(answer, Failure.wrongSecret(route, guarded));
            assertThat(guarded.events().get(0).getError()).isEqualTo("invalid_user");
            assertThat(guarded.events().get(0).getDetails()).containsEntry("legacy_login", route.shape());
        }
    }

    private static String add(String username) {
        directory.add(username, username + "@ldap.example.org");
        return username;
    }

    private static Answer login(Route route, String username, String password) {
        return Calls.request(route, realm, username, password).send();
    }

    private static void assertRefused(Route route, Answer answer) {
        Answers.assertFailure(answer, Failure.wrongSecret(route, realm));
    }
}
