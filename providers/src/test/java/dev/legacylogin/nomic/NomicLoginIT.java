package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A login with a Basic header at {@code /api/auth/token}. */
@ResourceLock(TestRealm.DEMO)
class NomicLoginIT {
    private static final String PASSWORD = "a password";

    @AutoClose
    private static final TestRealm realm = TestRealm.forManyLogins();

    private static final TestUser user = realm.createUser(PASSWORD);
    private static final NomicPath path = NomicPath.of(realm);

    static Stream<NomicPath> belowTheRealmAndAtTheRoot() {
        return Stream.of(path, NomicPath.ROOT);
    }

    @ParameterizedTest
    @MethodSource("belowTheRealmAndAtTheRoot")
    void answersTheSampleOfThePage(NomicPath called) {
        Jwt token = Jwt.of(NomicPath.assertGranted(called.authorized("Basic VGVzdFVzZXI6cGFzc3dvcmQ=")));
        assertThat(token.text("preferred_username")).isEqualTo("testuser");
        assertThat(token.text("azp")).isEqualTo(NomicPath.CLIENT);
        assertThat(token.text("typ")).isEqualTo("Bearer");
        Expect.lifetime(token, 7200);
    }

    static List<String> passwords() {
        return List.of(
                "pass:word",
                ":first",
                "last:",
                "::",
                "pässwörd ✓ 日本語 😀",
                " blanks around ",
                "tab\tinside",
                "\"quoted\" \\ %3A & + =",
                "x".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void everythingBehindTheFirstColonIsThePassword(String password) {
        try (TestUser other = realm.createUser(password)) {
            String token = path.loggedIn(other);

            assertThat(Jwt.of(token).text("sub")).isEqualTo(other.id());
        }
    }

    @Test
    void emailIsTakenForTheUsernameAsTheRealmAllows() {
        String token = NomicPath.assertGranted(path.login(user.username() + "@example.org", PASSWORD));

        assertThat(Jwt.of(token).text("sub")).isEqualTo(user.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC ", "bAsIc ", "Basic   "})
    void schemeIsTakenInAnyCase(String scheme) {
        String credentials = NomicPath.base64(user.username() + ":" + PASSWORD);

        NomicPath.assertGranted(path.authorized(scheme + credentials));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|{\"username\":\"somebody\"}",
                "application/json|{\"username\":\"somebody\",\"password\":\"else\"}",
                "application/json|{not JSON",
                "application/x-www-form-urlencoded|grant_type=client_credentials&client_id=2",
                "application/x-www-form-urlencoded|%zz=%",
                "multipart/form-data|no boundary",
                "text/plain;charset=UTF-8|text",
                "text/html; charset=nonsense|text",
                "not a content type|text",
            })
    void bodyAndContentTypeAreIgnored(String contentType, String body) {
        Http request = Http.post(path.path()).basic(user.username(), PASSWORD);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }

        String token = NomicPath.assertGranted(request.body(body).send());
        assertThat(Jwt.of(token).text("sub")).isEqualTo(user.id());
    }

    @Test
    void largeBodyIsIgnored() {
        Http request = Http.post(path.path()).basic(user.username(), PASSWORD);

        NomicPath.assertGranted(request.json("x".repeat(100_000)).send());
    }
}
