package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.LoginErrors;
import dev.legacylogin.Route;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logins at {@code /api/auth/token} that are refused: all of them look the same. */
@Tag("threat-22")
@ResourceLock(TestRealm.DEMO)
class NomicRefusalIT {
    private static final String PASSWORD = "a password";
    private static final String SAMPLE = "VGVzdFVzZXI6cGFzc3dvcmQ=";

    private final TestRealm realm = TestRealm.demo();
    private final NomicPath path = NomicPath.of(realm);

    static List<String> badHeaders() {
        return List.of(
                "",
                "Basic",
                "Basic ",
                SAMPLE,
                "Basic" + SAMPLE,
                "Basic:" + SAMPLE,
                "Digest " + SAMPLE,
                "Token " + SAMPLE,
                "Negotiate " + SAMPLE,
                "Basic " + SAMPLE + ", Basic " + SAMPLE,
                "Basic " + SAMPLE + " " + SAMPLE,
                "Basic TestUser:password",
                "Basic !" + SAMPLE,
                "Basic VGVzdFVzZXI6cGFzc3dvcmQ==",
                "Basic " + NomicPath.base64("TestUser"),
                "Basic " + NomicPath.base64(""),
                "Basic " + NomicPath.base64(":"),
                "Basic " + NomicPath.base64(":password"),
                "Basic " + NomicPath.base64("TestUser:"),
                "Basic " + NomicPath.base64(" \t:password"),
                "Basic " + NomicPath.base64("TestUser: \t"),
                "Basic " + NomicPath.base64("TestUser\r\n:password"),
                "Basic " + NomicPath.base64("TestUser\u0000:password"),
                "Basic " + NomicPath.base64("\u001b[31mTestUser:password"),
                "Basic " + NomicPath.base64("\ufeffTestUser:password"),
                "Basic VGVzdFVzZXI6/w==",
                "Basic VGVzdFVzZXI6wyg=",
                "Basic " + NomicPath.base64("x".repeat(10_000) + ":password"));
    }

    @ParameterizedTest
    @MethodSource("badHeaders")
    void badHeaderIsRefused(String authorization) {
        NomicPath.assertRefused(path.authorized(authorization));
    }

    @Test
    void missingHeaderIsRefusedWhateverTheBodySays() {
        NomicPath.assertRefused(Http.post(path.path()).send());
        NomicPath.assertRefused(Http.post(NomicPath.ROOT.path()).send());
        NomicPath.assertRefused(Http.post(path.path())
                .json("{\"username\":\"TestUser\",\"password\":\"password\"}")
                .send());
    }

    @Test
    void twoHeadersAreRefused() {
        try (TestUser user = realm.createUser(PASSWORD)) {
            String basic = "Authorization: Basic " + NomicPath.base64(user.username() + ":" + PASSWORD) + "\r\n";
            String start = "POST " + path.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n";

            NomicPath.assertRefused(RawHttp.send(start + basic + basic + "\r\n"));
            NomicPath.assertRefused(RawHttp.send(start + basic + "authorization: Bearer x\r\n\r\n"));
            NomicPath.assertGranted(RawHttp.send(start + basic + "\r\n"));
        }
    }

    @Test
    void passwordInAnotherCharsetIsRefused() {
        try (TestUser user = realm.createUser("pässword")) {
            byte[] latin1 = (user.username() + ":pässword").getBytes(StandardCharsets.ISO_8859_1);

            NomicPath.assertRefused(
                    path.authorized("Basic " + Base64.getEncoder().encodeToString(latin1)));
            assertThat(user.events()).isEmpty();
            path.loggedIn(user);
        }
    }

    @Test
    void unknownUserIsRefused() {
        NomicPath.assertRefused(path.login("nobody-of-this-name", PASSWORD));
    }

    @Test
    void wrongPasswordIsRefused() {
        try (TestUser user = realm.createUser(PASSWORD)) {
            NomicPath.assertRefused(path.login(user.username(), PASSWORD + "\n"));
            LoginErrors.assertOnly("invalid_user_credentials", realm, Route.NOMIC, user);
        }
    }

    @Test
    void userWithRequiredActionIsRefused() {
        try (TestUser user = realm.createUser(PASSWORD).requiredActions("UPDATE_PASSWORD")) {
            NomicPath.assertRefused(path.login(user.username(), PASSWORD));
            LoginErrors.assertOnly("resolve_required_actions", realm, Route.NOMIC, user);
        }
    }
}
