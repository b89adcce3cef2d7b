package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/** A client that Keycloak's token endpoint would refuse logs nobody in: the shape's answer, and no session. */
@Tag("threat-11")
class ClientRefusedIT {
    /** What is set at the client, and taken back after the test. */
    enum Setting {
        DISABLED((client, refuse) -> client.setEnabled(!refuse)),
        WITHOUT_DIRECT_GRANTS((client, refuse) -> client.setDirectAccessGrantsEnabled(!refuse)),
        CONSENT_REQUIRED(ClientRepresentation::setConsentRequired),
        BEARER_ONLY(ClientRepresentation::setBearerOnly);

        private final BiConsumer<ClientRepresentation, Boolean> refuse;

        Setting(BiConsumer<ClientRepresentation, Boolean> refuse) {
            this.refuse = refuse;
        }
    }

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    @AutoClose
    private static final TestRealm saml = TestRealm.forManyLogins(
            json -> RealmChange.clients(json).forEach(client -> client.put("protocol", "saml")));

    static Stream<Arguments> loginsAndSettings() {
        return Route.crossed(Route.LOGINS, List.of(Setting.values()));
    }

    @ParameterizedTest
    @MethodSource("loginsAndSettings")
    void logsNobodyIn(Route route, Setting setting) {
        Clients.change(realm, route.clientId(), client -> setting.refuse.accept(client, true));
        try {
            assertRefused(route, realm);
        } finally {
            takeBack(route, client -> setting.refuse.accept(client, false));
        }
        try (TestUser user = realm.createUser("a password")) {
            Answers.granted(route, Calls.right(route, realm, user));
        }
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#LOGINS")
    void logsNobodyInAsASamlClient(Route route) {
        assertRefused(route, saml);
    }

    @ParameterizedTest
    @EnumSource
    void aPublicClientLogsUsersIn(Route route) {
        Clients.change(realm, route.clientId(), client -> client.setPublicClient(true));
        try (TestUser user = realm.createUser("a password")) {
            Answer right = Calls.right(route, realm, user).send();
            Answer wrong = Calls.wrong(route, realm, user).send();

            Answers.assertGranted(route, right);
            Answers.assertFailure(wrong, Failure.wrongSecret(route, realm));
        } finally {
            takeBack(route, client -> client.setPublicClient(false));
        }
    }

    /** With the secret: versions differ in whether a public or bearer-only client keeps it. */
    private static void takeBack(Route route, Consumer<ClientRepresentation> change) {
        Clients.change(realm, route.clientId(), client -> {
            change.accept(client);
            client.setSecret(Calls.SECRET);
        });
    }

    private static void assertRefused(Route route, TestRealm realm) {
        Failure failure = Failure.clientRefused(route, realm);
        try (TestUser user = realm.createUser("a password")) {
            int before = realm.events().size();
            Answer own = OwnTokenEndpoint.of(realm, route).password(user);
            int ownEvents = realm.events().size() - before;

            Answers.assertFailure(Calls.right(route, realm, user).send(), failure);

            assertThat(own.status()).isIn(400, 401, 403);
            assertThat(user.admin().getUserSessions()).isEmpty();
            // also where Keycloak itself tells nobody
            List<EventRepresentation> events = realm.events();
            assertThat(events).hasSize(before + ownEvents + 1);
            assertThat(events.get(0).getType()).isEqualTo(EventType.LOGIN_ERROR.name());
            assertThat(events.get(0).getDetails()).containsEntry("legacy_login", route.shape());
            assertThat(events.get(0).getError())
                    .isEqualTo(ownEvents == 0 ? "invalid_client" : events.get(1).getError());
        }
    }
}
