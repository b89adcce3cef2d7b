package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a client's secret is kept and how it must be sent is the client's affair: old apps log in all the same. */
@Tag("threat-13")
class ClientSecretIT {
    private static final String IN_VAULT = "${vault.legacy}";
    private static final String ALLOWED_METHOD = "client.secret.authentication.allowed.method";
    private static final String ODD = "a:b %C3%BC \u00fc\u20ac+/=\"'\\";

    @AutoClose
    private static final TestRealm secretInVault = realm(client -> client.put("secret", IN_VAULT));

    @AutoClose
    private static final TestRealm oddSecretInHeader = realm(
            client -> client.put("secret", ODD).withObject("/attributes").put(ALLOWED_METHOD, "client_secret_basic"));

    @AutoClose
    private static final TestRealm secretExpired = realm(client -> client.withObject("/attributes")
            .put(
                    "client.secret.expiration.time",
                    "" + Instant.now().minusSeconds(60).getEpochSecond()));

    /** Keycloak takes secrets of clients from the vault from 26.6 on; before, the reference itself is the secret. */
    @ParameterizedTest
    @EnumSource
    void isTakenFromTheVault(Route route) throws IOException {
        try (TestUser user = secretInVault.createUser("a password")) {
            Optional<Path> file = inVault(secretInVault, Calls.SECRET);
            boolean resolved =
                    own(secretInVault, route, user, Calls.SECRET, false).status() == 200;
            Answer reference = own(secretInVault, route, user, IN_VAULT, false);

            assertThat(resolved).isEqualTo(file.isPresent() && takesSecretsFromTheVault());
            assertThat(reference.status()).isEqualTo(resolved ? 401 : 200);
            if (resolved || !route.namesItsClient()) {
                Answers.granted(route, Calls.right(route, secretInVault, user));
            } else {
                Answers.assertFailure(
                        Calls.right(route, secretInVault, user).send(), Failure.clientRefused(route, secretInVault));
            }
            if (file.isPresent()) {
                Files.delete(file.get());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"client_secret_basic", "client_secret_post"})
    void isSentAsTheClientDemands(String method) {
        try (TestRealm realm = realm(client -> client.withObject("/attributes").put(ALLOWED_METHOD, method));
                TestUser user = realm.createUser("a password")) {
            for (Route route : Route.values()) {
                boolean asHeader = method.equals("client_secret_basic");

                assertThat(own(realm, route, user, Calls.SECRET, asHeader).status())
                        .isEqualTo(200);
                assertThat(own(realm, route, user, Calls.SECRET, !asHeader).status())
                        .isEqualTo(takesSecretsFromTheVault() ? 401 : 200);
                Answers.granted(route, Calls.right(route, realm, user));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SPHINX_REFRESH", mode = EnumSource.Mode.EXCLUDE)
    void isSentInAHeaderWhateverItConsistsOf(Route route) {
        try (TestUser user = oddSecretInHeader.createUser("a password")) {
            Http request = route.namesItsClient()
                    ? Http.post(route, oddSecretInHeader)
                            .json(Calls.body(route, user.username(), user.password())
                                    .put("client_secret", ODD))
                    : Calls.right(route, oddSecretInHeader, user);

            Answers.granted(route, request);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void aWrongOneIsRefusedWhereItIsSentInAHeader(Route route) {
        try (TestRealm realm =
                        realm(client -> client.withObject("/attributes").put(ALLOWED_METHOD, "client_secret_basic"));
                TestUser user = realm.createUser("a password")) {
            ObjectNode body = Calls.body(route, user.username(), user.password());
            Http wrong = Http.post(route, realm).json(body.put("client_secret", "wrong"));
            body.remove("client_secret");
            Http none = Http.post(route, realm).json(body);

            Answers.assertFailure(wrong.send(), Failure.clientRefused(route, realm));
            Answers.assertFailure(none.send(), Failure.clientRefused(route, realm));
        }
    }

    /** A policy of Keycloak's may let secrets end. Then nobody has one, as at Keycloak's own endpoint. */
    @ParameterizedTest
    @EnumSource(names = "SPHINX_REFRESH", mode = EnumSource.Mode.EXCLUDE)
    void anExpiredOneIsRefused(Route route) {
        try (TestUser user = secretExpired.createUser("a password")) {
            assertThat(own(secretExpired, route, user, Calls.SECRET, false).status())
                    .isEqualTo(401);
            Answers.assertFailure(
                    Calls.right(route, secretExpired, user).send(), Failure.clientRefused(route, secretExpired));
        }
    }

    private static TestRealm realm(Consumer<ObjectNode> change) {
        return TestRealm.forManyLogins(json ->
                RealmChange.clients(json).forEach(client -> change.accept(client.put("secret", Calls.SECRET))));
    }

    private static Optional<Path> inVault(TestRealm realm, String secret) throws IOException {
        Optional<Path> vault = TestServer.get().vault();
        return vault.isPresent()
                ? Optional.of(Files.writeString(vault.get().resolve(realm.name() + "_legacy"), secret))
                : Optional.empty();
    }

    private static boolean takesSecretsFromTheVault() {
        return !TestServer.get().isBefore(6);
    }

    private static Answer own(TestRealm realm, Route route, TestUser user, String secret, boolean asHeader) {
        Map<String, String> form = new TreeMap<>(
                Map.of("grant_type", "password", "username", user.username(), "password", user.password()));
        Http request = Http.post(realm.path("/protocol/openid-connect/token"));
        if (asHeader) {
            request.basic(route.clientId(), secret);
        } else {
            form.put("client_id", route.clientId());
            form.put("client_secret", secret);
        }
        return request.form(form).send();
    }
}
