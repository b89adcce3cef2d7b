package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A form is saved with its client, read back, exported, and takes effect at once. */
class FormSavedIT {
    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins();

    /** Each with all its own settings, none as by default. */
    static Stream<Arguments> forms() {
        return Route.EACH_SHAPE.stream()
                .map(route -> Arguments.of(
                        route,
                        Forms.ownFields(route).stream()
                                .collect(Collectors.toMap(
                                        ProviderConfigProperty::getName, FormSavedIT::anotherThanTheDefault))));
    }

    private static String anotherThanTheDefault(ProviderConfigProperty field) {
        return switch (field.getType()) {
            case ProviderConfigProperty.BOOLEAN_TYPE -> "true";
            case ProviderConfigProperty.LIST_TYPE ->
                field.getOptions().get(field.getOptions().size() - 1);
            default -> "account/" + field.getDefaultValue();
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readBackAndExported(Route route, Map<String, String> config) {
        Forms.remove(realm, route);
        assertThat(Calls.request(route, realm, "nobody", "x").send().status()).isEqualTo(404);

        assertThat(Forms.add(realm, route, config).status()).isEqualTo(201);

        assertForm(Forms.of(realm, route), route, config);
        assertForm(exported(route), route, config);
        try (TestUser user = realm.createUser("a password")) {
            assertThat(Calls.right(route, realm, user).send().status()).isEqualTo(200);
        }
    }

    @Test
    void aChangeTakesEffectAtOnce() {
        try (TestUser user = realm.createUser("a password")) {
            assertThat(Forms.change(realm, Route.FUSIO, Map.of("response", "documented"))
                            .status())
                    .isEqualTo(204);
            assertThat(Calls.right(Route.FUSIO, realm, user).send().json().fieldNames())
                    .toIterable()
                    .containsExactly("token");

            assertThat(Forms.change(realm, Route.FUSIO, Map.of("response", "extended"))
                            .status())
                    .isEqualTo(204);
            assertThat(Calls.right(Route.FUSIO, realm, user).send().json().fieldNames())
                    .toIterable()
                    .containsExactly("token", "expires_in", "refresh_token", "scope");
        }
    }

    @Test
    void theExportOfAClientImportsIntoAnotherRealm() {
        Forms.change(realm, Route.PASSPORT, Map.of("tokens", "flat", "unknown.username", "hidden"));
        try (TestRealm other = TestRealm.forManyLogins(json -> json.remove("clients"))) {
            var client = realm.admin().clients().findByClientId("2").get(0);
            client.setId(null);
            client.setSecret(Calls.SECRET);
            client.getProtocolMappers().forEach(mapper -> mapper.setId(null));
            other.admin().clients().create(client).close();
            TestUser user = other.createUser("a password");

            var answer = Calls.right(Route.PASSPORT, other, user).send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("access_token").isTextual()).isTrue();
            Answers.assertProtected(answer);
        }
    }

    private static ProtocolMapperRepresentation exported(Route route) {
        RealmRepresentation export = realm.admin().partialExport(false, true);
        return export.getClients().stream()
                .filter(client -> client.getClientId().equals(route.clientId()))
                .flatMap(client -> client.getProtocolMappers().stream())
                .filter(mapper -> mapper.getProtocolMapper().equals("legacy-login-" + route.shape()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertForm(ProtocolMapperRepresentation form, Route route, Map<String, String> config) {
        assertThat(form.getProtocol()).isEqualTo("openid-connect");
        assertThat(form.getProtocolMapper()).isEqualTo("legacy-login-" + route.shape());
        assertThat(form.getConfig()).isEqualTo(config);
    }
}
