package dev.legacylogin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;

/** Requests with credentials at the documented paths, and the tokens in their answers. */
public final class Calls {
    /** The secret of the demo realm's Passport client. */
    public static final String SECRET = "kgnV4808hnphldXIYbmcxSSjgMUQTwIocNcXQBGg";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Calls() {}

    /** The address of a path of the test server. */
    public static String url(String path) {
        return TestServer.get().baseUri() + path;
    }

    /** A request that is granted: the user's password, or a refresh token of the user's. */
    public static Http right(Route route, TestRealm realm, TestUser user) {
        return request(route, realm, user.username(), rightSecret(route, realm, user));
    }

    /** The same with a wrong password, or with something that is no token. */
    public static Http wrong(Route route, TestRealm realm, TestUser user) {
        return request(route, realm, user.username(), "wrong");
    }

    /** The password, or at the refresh a refresh token. */
    public static String rightSecret(Route route, TestRealm realm, TestUser user) {
        return route == Route.SPHINX_REFRESH ? refreshToken(Route.SPHINX, realm, user) : user.password();
    }

    /** The same with any credentials. */
    public static Http request(Route route, TestRealm realm, String username, String secret) {
        return request(route, realm.path(route.path()), username, secret);
    }

    /** A request with the credentials where the page wants them. */
    public static Http request(Route route, String path, String username, String secret) {
        return route.readsBody()
                ? Http.post(path).json(body(route, username, secret))
                : Http.post(path).basic(username, secret);
    }

    /** The body with these credentials. */
    public static ObjectNode body(Route route, String username, String secret) {
        ObjectNode body = JSON.createObjectNode();
        return switch (route) {
            case FUSIO, POCKETBASE -> body.put("username", username).put("password", secret);
            case NOMIC -> body;
            case PASSPORT, OAUTH ->
                body.put("username", username)
                        .put("password", secret)
                        .put("client_id", route.clientId())
                        .put("client_secret", SECRET)
                        .put("grant_type", "password");
            case SPHINX -> body.put("user", username).put("password", secret);
            case SPHINX_REFRESH -> body.put("refresh_token", secret);
        };
    }

    /** The access token that was granted. */
    public static String accessToken(Route route, Answer answer) {
        return switch (route) {
            case FUSIO, POCKETBASE, NOMIC -> answer.text("/token");
            case PASSPORT -> answer.text("/access_token/access_token");
            case OAUTH -> answer.text("/access_token");
            case SPHINX -> answer.text("/result/access_token");
            case SPHINX_REFRESH ->
                answer.header("Authorization")
                        .map(value -> value.substring("Bearer ".length()))
                        .orElseThrow(() -> new AssertionError("No access token: " + answer));
        };
    }

    /** The access token of a granted {@link #right} request. */
    public static String accessToken(Route route, TestRealm realm, TestUser user) {
        return accessToken(route, right(route, realm, user).send());
    }

    /** The refresh token that was granted, at the paths that give one out. */
    public static String refreshToken(Route route, Answer answer) {
        return switch (route) {
            case FUSIO, OAUTH -> answer.text("/refresh_token");
            case PASSPORT -> answer.text("/access_token/refresh_token");
            case SPHINX -> answer.text("/result/refresh_token");
            case SPHINX_REFRESH ->
                answer.header("X-Refresh-Token").orElseThrow(() -> new AssertionError("No refresh token: " + answer));
            case POCKETBASE, NOMIC -> throw new IllegalArgumentException(route + " gives out no refresh token");
        };
    }

    /** The refresh token of a granted {@link #right} request. */
    public static String refreshToken(Route route, TestRealm realm, TestUser user) {
        return refreshToken(route, right(route, realm, user).send());
    }

    /**
     * A refresh with what a login at that path gave, as its app does it; at {@code /api/auth/token} that is a renewal.
     *
     * @param token the refresh token, or the access token to renew
     */
    public static Http refresh(Route route, TestRealm realm, String token) {
        String path = realm.path(refreshedAt(route).path());
        String body = refreshBody(route, token).toString();
        return switch (route) {
            case FUSIO -> Http.put(path).json(body);
            case NOMIC -> Http.post(AsDescribed.renewal(path)).bearer(token);
            default -> Http.post(path).json(body);
        };
    }

    /** The body of a refresh; at {@code /api/auth/token} nobody reads it. */
    public static ObjectNode refreshBody(Route route, String token) {
        ObjectNode body = JSON.createObjectNode().put("refresh_token", token);
        return switch (route) {
            case FUSIO, NOMIC, SPHINX, SPHINX_REFRESH -> body;
            case PASSPORT, OAUTH ->
                body.put("grant_type", "refresh_token")
                        .put("client_id", route.clientId())
                        .put("client_secret", SECRET);
            case POCKETBASE -> throw new IllegalArgumentException("PocketBase's page has no refresh");
        };
    }

    /** Where a login at that path is refreshed. */
    public static Route refreshedAt(Route login) {
        return switch (login) {
            case PASSPORT -> Route.OAUTH;
            case SPHINX -> Route.SPHINX_REFRESH;
            default -> login;
        };
    }

    /** What {@link #refresh} takes, from the answer of a login or of a refresh before. */
    public static String refreshable(Route route, Answer answer) {
        return route.renews() ? accessToken(route, answer) : refreshToken(route, answer);
    }
}
