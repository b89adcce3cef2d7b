package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Clients;
import dev.legacylogin.Failure;
import dev.legacylogin.Mappers;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * A form counts from the next request on, however it came to a client, also where the realm was asked right before and
 * had none: the server remembers which clients carry one.
 */
class NewFormIT {
    private static final String ORIGIN = "https://new.example.org";

    enum Way {
        A_MAPPER_OF_A_CLIENT((realm, client) -> {
            create(realm, client);
            Clients.mappers(realm, client.getClientId())
                    .createMapper(Mappers.form("passport"))
                    .close();
        }),
        SEVERAL_MAPPERS_AT_ONCE((realm, client) -> {
            create(realm, client);
            Clients.mappers(realm, client.getClientId()).createMapper(List.of(Mappers.form("passport")));
        }),
        A_MAPPER_THAT_BECOMES_ONE((realm, client) -> {
            ProtocolMapperRepresentation other = Mappers.form("passport");
            other.setProtocolMapper("oidc-full-name-mapper");
            client.setProtocolMappers(List.of(other));
            create(realm, client);
            var mappers = Clients.mappers(realm, client.getClientId());
            ProtocolMapperRepresentation changed = Mappers.form("passport");
            changed.setId(mappers.getMappers().get(0).getId());
            mappers.update(changed.getId(), changed);
        }),
        A_NEW_CLIENT((realm, client) -> {
            client.setProtocolMappers(List.of(Mappers.form("passport")));
            create(realm, client);
        }),
        A_PARTIAL_IMPORT((realm, client) -> {
            client.setProtocolMappers(List.of(Mappers.form("passport")));
            PartialImportRepresentation all = new PartialImportRepresentation();
            all.setIfResourceExists("FAIL");
            all.setClients(List.of(client));
            realm.admin().partialImport(all).close();
        });

        private final BiConsumer<TestRealm, ClientRepresentation> come;

        Way(BiConsumer<TestRealm, ClientRepresentation> come) {
            this.come = come;
        }
    }

    private static void create(TestRealm realm, ClientRepresentation client) {
        ClientsResource clients = realm.admin().clients();
        clients.create(client).close();
    }

    private static ClientRepresentation client() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("new");
        client.setWebOrigins(List.of(ORIGIN));
        return client;
    }

    @ParameterizedTest
    @EnumSource
    void switchesTheShapeOn(Way way) {
        try (TestRealm realm = TestRealm.copy(RealmChange::withoutClients)) {
            String path = realm.path(Route.PASSPORT.path());
            assertThat(Http.get(path).send().status()).isEqualTo(404);
            assertThat(Http.get(realm.path("/legacy-login/openapi")).send().status())
                    .isEqualTo(404);

            way.come.accept(realm, client());

            Answers.assertFailure(Http.get(path).send(), Failure.of(Fault.METHOD_NOT_ALLOWED, Route.PASSPORT, realm));
            assertThat(Http.get(realm.path("/legacy-login/openapi")).send().status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsThePagesOfOneMoreClientIn(Way way) {
        try (TestRealm realm = TestRealm.copy()) {
            assertThat(preflight(realm).header("Access-Control-Allow-Origin")).isEmpty();

            way.come.accept(realm, client());

            assertThat(preflight(realm).header("Access-Control-Allow-Origin")).contains(ORIGIN);
        }
    }

    private static Answer preflight(TestRealm realm) {
        return Http.preflight(realm.path(Route.PASSPORT.path()), ORIGIN).send();
    }
}
