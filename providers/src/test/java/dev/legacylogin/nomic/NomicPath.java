package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.AsDescribed;
import dev.legacylogin.Await;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * {@code /api/auth/token} as an old app calls it, and the two answers that it knows.
 *
 * @param path the path below a realm or at the root
 */
record NomicPath(String path) {
    static final String CLIENT = "legacy-nomic";
    static final NomicPath ROOT = new NomicPath("/api/auth/token");

    static NomicPath of(TestRealm realm) {
        return new NomicPath(realm.path(ROOT.path));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    Answer authorized(String authorization) {
        return Http.post(path).header("Authorization", authorization).send();
    }

    Answer login(String username, String password) {
        return Http.post(path).basic(username, password).send();
    }

    Answer renew(String token) {
        return Http.post(AsDescribed.renewal(path)).bearer(token).send();
    }

    /** Logs in, which must work, and gives the token. */
    String loggedIn(TestUser user) {
        return assertGranted(login(user.username(), user.password()));
    }

    /** Guesses wrong until Keycloak locks the user for a while. */
    void lock(TestUser user) {
        Await.locked(user, () -> assertRefused(login(user.username(), "wrong")));
    }

    /** Renews, which must work, and gives the new token. */
    String renewed(String token) {
        return assertGranted(renew(token));
    }

    /** The page's success and nothing else; gives the token. */
    static String assertGranted(Answer answer) {
        assertThat(answer.body()).startsWith("{\"isSuccess\":true,\"token\":\"");
        String token = answer.text("/token");
        Answers.assertJson(answer, 200, "{\"isSuccess\":true,\"token\":\"" + token + "\"}");
        return token;
    }

    /** The page's 403 and nothing else. */
    static void assertRefused(Answer answer) {
        Answers.assertEmpty(answer, 403);
    }
}
