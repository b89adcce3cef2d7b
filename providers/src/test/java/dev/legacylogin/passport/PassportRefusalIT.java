package dev.legacylogin.passport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.LoginErrors;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins at {@code /api/auth/login} that are refused: one answer for all, but for the username that does not exist. */
@Tag("threat-13")
@ResourceLock(TestRealm.DEMO)
class PassportRefusalIT {
    private final TestRealm realm = TestRealm.demo();
    private final PassportPath path = PassportPath.of(realm);
    private final TestUser user = realm.createUser("a password");
    private final Map<String, Object> fields = PassportPath.fields(user);

    @AfterEach
    void deleteUser() {
        user.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "A PASSWORD", "a password ", "a password\u0000"})
    void wrongPassword(String password) {
        fields.put("password", password);

        assertDoesNotMatch(path.login(fields));
        LoginErrors.assertOnly("invalid_user_credentials", realm, Route.PASSPORT, user);
    }

    @Test
    void wrongPasswordInAFormAndAtTheRoot() {
        fields.put("password", "wrong");

        assertDoesNotMatch(
                PassportPath.ROOT.login().form(PassportPath.form(fields)).send());
        LoginErrors.assertOnly("invalid_user_credentials", realm, Route.PASSPORT, user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PASSWORD", "VERIFY_EMAIL", "CONFIGURE_TOTP"})
    void userWithRequiredAction(String action) {
        user.requiredActions(action);

        assertDoesNotMatch(path.login(fields));
        LoginErrors.assertOnly("resolve_required_actions", realm, Route.PASSPORT, user);
    }

    /** For each field what is not its right value, of whatever type. */
    static Stream<Arguments> wrongFields() {
        return Stream.of(
                        each(
                                "client_secret",
                                "wrong",
                                PassportPath.SECRET + "x",
                                PassportPath.SECRET.toLowerCase(Locale.ROOT),
                                "",
                                " ",
                                null,
                                1,
                                true,
                                List.of(PassportPath.SECRET),
                                Map.of("secret", PassportPath.SECRET)),
                        each(
                                "client_id",
                                "99",
                                99,
                                "legacy-fusio",
                                "legacy-nomic",
                                "admin-cli",
                                "realm-management",
                                "",
                                " ",
                                "02",
                                2.5,
                                -2,
                                null,
                                true,
                                List.of("2"),
                                Map.of("id", "2"),
                                "x".repeat(5000)),
                        each(
                                "grant_type",
                                "refresh_token",
                                "client_credentials",
                                "authorization_code",
                                "Password",
                                "PASSWORD",
                                "",
                                null,
                                1,
                                List.of("password")))
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> each(String field, Object... values) {
        return Stream.of(values).map(value -> Arguments.of(field, value));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void wrongField(String field, Object value) {
        fields.put(field, value);

        assertDoesNotMatch(path.login(fields));
        assertThat(user.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_secret", "grant_type"})
    void missingField(String field) {
        fields.remove(field);

        assertDoesNotMatch(path.login(fields));
        assertDoesNotMatch(path.login().form(PassportPath.form(fields)).send());
        assertThat(user.events()).isEmpty();
    }

    @Test
    void unknownUsername() {
        fields.put("username", "nobody-of-this-name");

        Answers.assertJson(path.login(fields), 422, PassportPath.UNKNOWN_USERNAME);
        Answers.assertJson(
                PassportPath.ROOT.login().form(PassportPath.form(fields)).send(), 422, PassportPath.UNKNOWN_USERNAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody\r\nelse", "nobody\u0000", "\u001b[31mnobody", "nobody ✓"})
    void usernameThatNobodyCanHave(String username) {
        fields.put("username", username);

        Answers.assertJson(path.login(fields), 422, PassportPath.UNKNOWN_USERNAME);
    }

    /** Whoever is not the client learns nothing of usernames. */
    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_secret", "grant_type"})
    void unknownUsernameOfAStranger(String wrong) {
        fields.put("username", "nobody-of-this-name");
        fields.put(wrong, "wrong");

        assertDoesNotMatch(path.login(fields));
    }

    private static void assertDoesNotMatch(Answer answer) {
        Answers.assertJson(answer, 422, PassportPath.DOES_NOT_MATCH);
    }
}
