package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

/** A refresh and a renewal are refused when the client has been closed since the login, as Keycloak's own refresh is. */
@Tag("threat-11")
class ClientRefreshRefusedIT {
    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    @AfterEach
    void openClients() {
        for (Route route : new Route[] {Route.SPHINX, Route.NOMIC}) {
            Clients.change(realm, route.clientId(), client -> {
                client.setEnabled(true);
                client.setBearerOnly(false);
                client.setConsentRequired(false);
                client.setDirectAccessGrantsEnabled(true);
            });
        }
    }

    @Test
    void ofADisabledClient() {
        assertRefused(client -> client.setEnabled(false));
    }

    @Test
    void ofABearerOnlyClient() {
        assertRefused(client -> client.setBearerOnly(true));
    }

    @Test
    void ofAClientThatRequiresConsentSince() {
        assertRefused(client -> client.setConsentRequired(true));
    }

    /** Keycloak asks for this permission at the login only. */
    @Test
    void notOfAClientWithoutDirectGrants() {
        try (TestUser user = realm.createUser("a password")) {
            String refreshToken = Calls.rightSecret(Route.SPHINX_REFRESH, realm, user);
            String accessToken = accessToken(user);
            change(client -> client.setDirectAccessGrantsEnabled(false));

            Answers.assertGranted(Route.SPHINX_REFRESH, refresh(refreshToken));
            Answers.assertGranted(Route.NOMIC, renew(accessToken));
        }
    }

    private static void assertRefused(Consumer<ClientRepresentation> change) {
        try (TestUser user = realm.createUser("a password")) {
            String refreshToken = Calls.rightSecret(Route.SPHINX_REFRESH, realm, user);
            String accessToken = accessToken(user);
            Answers.assertGranted(Route.SPHINX_REFRESH, refresh(refreshToken));
            Answers.assertGranted(Route.NOMIC, renew(accessToken));
            change(change);

            Answers.assertFailure(refresh(refreshToken), Failure.wrongSecret(Route.SPHINX_REFRESH, ""));
            Answers.assertFailure(renew(accessToken), Failure.wrongSecret(Route.NOMIC, ""));
            assertThat(user.admin().getUserSessions()).hasSize(2);
        }
    }

    private static void change(Consumer<ClientRepresentation> change) {
        Clients.change(realm, Route.SPHINX.clientId(), change);
        Clients.change(realm, Route.NOMIC.clientId(), change);
    }

    private static String accessToken(TestUser user) {
        return Calls.accessToken(Route.NOMIC, realm, user);
    }

    private static Answer refresh(String token) {
        return Calls.request(Route.SPHINX_REFRESH, realm, "", token).send();
    }

    private static Answer renew(String token) {
        return Http.post(Route.NOMIC, realm).bearer(token).send();
    }
}
