package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as the password of a user with an old hash, it is a wrong one and no failure of the server. */
class OddPasswordsIT {
    private static final List<String> ODD = List.of(
            "\0",
            "a\0b",
            "x".repeat(72),
            "x".repeat(73),
            "ä".repeat(40),
            "🐎".repeat(19),
            "x".repeat(4000),
            "ÿ".repeat(4000));

    @AutoClose
    private static final TestRealm REALM = TestRealm.forManyLogins();

    static Stream<Arguments> familiesAndPasswords() {
        return Vector.all()
                .collect(Collectors.toMap(Vector::family, Function.identity(), (first, later) -> first))
                .values()
                .stream()
                .flatMap(vector -> ODD.stream().map(password -> Arguments.of(vector, password)));
    }

    @ParameterizedTest
    @MethodSource("familiesAndPasswords")
    void isWrong(Vector vector, String password) {
        try (TestUser user = Stored.user(REALM, vector)) {
            Answers.assertFailure(
                    Calls.request(Route.FUSIO, REALM, user.username(), password).send(),
                    Failure.wrongSecret(Route.FUSIO, REALM));
            assertThat(OwnTokenEndpoint.of(REALM, Route.FUSIO)
                            .password(user.username(), password)
                            .text("/error_description"))
                    .isEqualTo("Invalid user credentials");
        }
    }
}
