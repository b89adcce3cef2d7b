package dev.legacylogin.sphinx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Expect;
import dev.legacylogin.Failure;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;

/** The calls of sphinx-cbs and their answers. */
final class SphinxPath {
    static final String CLIENT = "legacy-sphinx";
    static final String LOGIN = "/v1/api/auth/login";
    static final String REFRESH = "/v1/api/auth/refresh";
    static final String OK = "{\"result\":{\"code\":0,\"desc\":\"Ok\"}}";
    static final String ACCESS_TOKEN = "<Bearer legacy-sphinx>";
    static final String REFRESH_TOKEN = "<Refresh legacy-sphinx>";
    /** Seconds, as on the page. */
    static final int ACCESS_TOKEN_LIFETIME = 1800;

    static final int REFRESH_TOKEN_LIFETIME = 14_400;

    private SphinxPath() {}

    static Answer login(TestRealm realm, String user, String password) {
        return post(realm, LOGIN, "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
    }

    static Answer login(TestUser user) {
        return login(user.realm(), user.username(), user.password());
    }

    static Answer refresh(TestRealm realm, String refreshToken) {
        return post(realm, REFRESH, "{\"refresh_token\":\"%s\"}".formatted(refreshToken));
    }

    static Answer post(TestRealm realm, String path, String json) {
        return Http.post(realm.path(path)).json(json).send();
    }

    static String accessToken(Answer login) {
        return login.text("/result/access_token");
    }

    static String refreshToken(Answer login) {
        return login.text("/result/refresh_token");
    }

    /** The documented success of a login without a redirect. */
    static void loggedIn(Answer answer, String... moreHeaders) {
        Expect.json(answer, 200, "{\"code\":0,\"result\":{%s}}".formatted(tokens(answer)), moreHeaders);
    }

    /** The documented success of a login with a redirect. */
    static void loggedInWithRedirect(Answer answer, String redirect) {
        Expect.json(
                answer, 200, "{\"code\":0,\"result\":{%s},\"redirect\":\"%s\"}".formatted(tokens(answer), redirect));
    }

    /** The members that are the tokens, with the lifetimes that were answered. */
    static String tokens(Answer answer) {
        JsonNode result = answer.json().path("result");
        return """
                "token_type":"Bearer","access_token":"<Bearer legacy-sphinx>","access_token_expires_in":%d,\
                "refresh_token":"<Refresh legacy-sphinx>","refresh_token_expires_in":%d""".formatted(
                        Expect.seconds(result.path("access_token_expires_in"), ACCESS_TOKEN_LIFETIME),
                        Expect.seconds(result.path("refresh_token_expires_in"), REFRESH_TOKEN_LIFETIME));
    }

    static void wrongCredentials(Answer answer) {
        Expect.json(answer, 401, error(401, "invalid_credentials", "User or password does not match"));
    }

    static String error(int code, String error, String desc) {
        return Failure.sphinx(code, error, desc).body();
    }

    /** The headers that let a script of this origin read the answer to a refresh, and its headers. */
    static String[] readable(String origin) {
        return new String[] {
            "access-control-allow-origin", origin,
            "access-control-allow-credentials", "true",
            "access-control-expose-headers", "Authorization, X-Refresh-Token"
        };
    }

    /** The documented failure of a refresh. */
    static void refreshFailed(Answer answer, int code, String error, String desc, String... moreHeaders) {
        Expect.json(answer, code, "{\"result\":%s}".formatted(error(code, error, desc)), moreHeaders);
    }

    /** The failure of a refresh with what is no good refresh token. */
    static void invalidToken(Answer answer, String... moreHeaders) {
        refreshFailed(answer, 401, "invalid_token", "The refresh token is not valid", moreHeaders);
    }
}
