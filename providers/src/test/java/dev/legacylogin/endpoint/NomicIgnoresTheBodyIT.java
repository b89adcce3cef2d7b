package dev.legacylogin.endpoint;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.ManyLogins;
import dev.legacylogin.Route;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NomicGameManager documents no body: whatever is in it, and whatever it is said to be, only the Authorization header counts. */
@ExtendWith(ManyLogins.class)
class NomicIgnoresTheBodyIT {
    private static final TestRealm realm = ManyLogins.realm();

    @AutoClose
    private static final TestUser user = realm.createUser("a password");

    static Stream<?> bodies() {
        return Stream.concat(BadBodies.json(), BadBodies.forms());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void credentialsCountWithABadBody(byte[] body) {
        Answers.granted(
                Route.NOMIC,
                Calls.right(Route.NOMIC, realm, user)
                        .header("Content-Type", "application/json")
                        .body(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "foo",
                ";;;"
            })
    void credentialsCountUnderAnyContentType(String type) {
        Answers.granted(
                Route.NOMIC,
                Calls.right(Route.NOMIC, realm, user)
                        .header("Content-Type", type)
                        .body("a=%zz"));
        Answers.granted(Route.NOMIC, Calls.right(Route.NOMIC, realm, user).header("Content-Type", type));
    }

    @Test
    void credentialsInTheBodyDoNotCount() {
        String path = realm.path(Route.NOMIC.path());
        Failure failure = Failure.nothingSent(Route.NOMIC, realm);
        String body = Calls.body(Route.FUSIO, user.username(), user.password()).toString();

        Answers.assertFailure(Http.post(path).json(body).send(), failure);
        Answers.assertFailure(RawHttp.send(BadBodyIT.chunked(path, body)), failure);
    }
}
