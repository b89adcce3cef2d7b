package dev.legacylogin.sphinx;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Cookie;
import dev.legacylogin.shape.Call;
import dev.legacylogin.token.Tokens;

/**
 * The tokens as cookies, for the delivery {@code cookie}, hidden from scripts. The access token goes to every path of the
 * host, as it is for APIs. The refresh token goes to the path that the browser called, without its last segment, which is
 * where the refresh stands: the browser's own default, because behind a proxy nobody else knows that path.
 */
final class SphinxCookies {
    static final String REFRESH_TOKEN = "refresh_token";

    private SphinxCookies() {}

    /** The answer with both cookies. */
    static Answer add(Answer answer, Tokens tokens, Call call) {
        boolean https = call.isHttps();
        Cookie access = new Cookie("access_token", tokens.accessToken(), "/", tokens.expiresAt(), https, true);
        Answer withAccessToken = answer.with(access);
        if (tokens.refreshToken() == null) {
            return withAccessToken;
        }
        Cookie refresh = new Cookie(REFRESH_TOKEN, tokens.refreshToken(), null, tokens.refreshExpiresAt(), https, true);
        return withAccessToken.with(refresh);
    }
}
