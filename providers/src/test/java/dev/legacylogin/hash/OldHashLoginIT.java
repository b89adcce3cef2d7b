package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users log in with the passwords that they have, and have hashes of Keycloak's afterwards. */
class OldHashLoginIT {
    /** That of the realm's policy. */
    private static final String REALMS_OWN = "pbkdf2-sha256";

    @AutoClose
    private static final TestRealm REALM = TestRealm.forManyLogins();

    /** Each hash at one of the paths. */
    static Stream<Arguments> vectors() {
        List<Vector> all = Vector.all().toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> Arguments.of(Route.LOGINS.get(i % Route.LOGINS.size()), all.get(i)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void logsInAtTheLegacyPath(Route route, Vector vector) {
        try (TestUser user = Stored.user(REALM, vector)) {
            assertRefused(route, user);

            assertThat(Calls.accessToken(route, REALM, user)).isNotBlank();
            Stored.awaitAlgorithm(user, REALMS_OWN);

            assertThat(Calls.accessToken(route, REALM, user)).isNotBlank();
            assertRefused(route, user);
        }
    }

    private static void assertRefused(Route route, TestUser user) {
        Answers.assertFailure(Calls.wrong(route, REALM, user).send(), Failure.wrongSecret(route, REALM));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void logsInAtKeycloaksOwnEndpoint(Route route, Vector vector) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(REALM, route);
        try (TestUser user = Stored.user(REALM, vector)) {
            assertWrong(own.password(user.username(), "x" + vector.password()));

            assertThat(own.password(user).status()).isEqualTo(200);
            Stored.awaitAlgorithm(user, REALMS_OWN);

            assertThat(own.password(user).status()).isEqualTo(200);
        }
    }

    private static void assertWrong(Answer answer) {
        assertThat(answer.text("/error")).isEqualTo("invalid_grant");
        assertThat(answer.text("/error_description")).isEqualTo("Invalid user credentials");
    }

    /** What an import would have refused, and is in the database all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{noop}secret",
                "$2y$31$abcdefghijklmnopqrstuug7UNkyKeYcvZr9DIp5unrfhIW47ssoe",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void isRefusedWithATextThatIsNoHash(String text) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(REALM, Route.FUSIO);
        try (TestUser user = Stored.user(REALM, "secret", text)) {
            Answers.assertFailure(
                    Calls.right(Route.FUSIO, REALM, user).send(), Failure.wrongSecret(Route.FUSIO, REALM));
            assertWrong(own.password(user));
            assertThat(Stored.algorithm(user)).isEqualTo("legacy-hash");
        }
    }
}
