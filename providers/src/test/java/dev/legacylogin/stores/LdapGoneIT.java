package dev.legacylogin.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A directory that is gone: nobody can be told then that a name does not exist. */
@Tag("distribution") // a server in a container does not get to a directory here
@Tag("threat-42")
class LdapGoneIT {
    /** Who has logged in before is in Keycloak's database. */
    private static final String IMPORTED = "imported";

    private static final String KNOWN_TO_THE_DIRECTORY = "fresh";
    private static final String NOBODY = "nobody";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    @BeforeAll
    static void createRealm() {
        try (Directory directory = new Directory()) {
            directory.federate(realm);
            directory.add(IMPORTED, "imported@ldap.example.org");
            directory.add(KNOWN_TO_THE_DIRECTORY, "fresh@ldap.example.org");
            Answers.assertGranted(Route.PASSPORT, login(Route.PASSPORT, IMPORTED, Directory.PASSWORD));
            assertThat(login(Route.PASSPORT, NOBODY, Directory.PASSWORD).body())
                    .contains("The selected username is invalid.");
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void userWhomKeycloakKnowsGetsWhatKeycloaksOwnAnswers(Route route) {
        for (String password : new String[] {Directory.PASSWORD, "wrong"}) {
            Answer own = OwnTokenEndpoint.of(realm, route).password(IMPORTED, password);
            Answer answer = login(route, IMPORTED, password);

            if (own.status() == 500) {
                assertUnexpected(route, answer);
            } else { // 26.4 takes it for a wrong password
                Answers.assertFailure(answer, Failure.wrongSecret(route, realm));
            }
        }
    }

    /** Newer versions take a directory that is gone for one without the user, and refuse. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void userWhomOnlyTheDirectoryKnowsGetsWhatKeycloaksOwnAnswers(Route route) {
        Answer own = OwnTokenEndpoint.of(realm, route).password(KNOWN_TO_THE_DIRECTORY, Directory.PASSWORD);
        Answer answer = login(route, KNOWN_TO_THE_DIRECTORY, Directory.PASSWORD);

        if (own.status() == 500 || route == Route.PASSPORT) {
            assertUnexpected(route, answer);
        } else {
            Answers.assertFailure(answer, Failure.wrongSecret(route, realm));
        }
    }

    @Test
    void passportTellsNobodyThatANameDoesNotExist() {
        assertUnexpected(Route.PASSPORT, login(Route.PASSPORT, KNOWN_TO_THE_DIRECTORY, "wrong"));
        assertUnexpected(Route.PASSPORT, login(Route.PASSPORT, NOBODY, "wrong"));
    }

    private static Answer login(Route route, String username, String password) {
        return Calls.request(route, realm, username, password).send();
    }

    private static void assertUnexpected(Route route, Answer answer) {
        Answers.assertFailure(answer, Failure.of(Fault.UNEXPECTED, route, realm));
    }
}
