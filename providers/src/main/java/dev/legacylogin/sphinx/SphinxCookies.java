package dev.legacylogin.sphinx;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Cookie;
import dev.legacylogin.shape.Call;
import dev.legacylogin.token.Tokens;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The tokens as cookies, for the delivery {@code cookie}: sent to the refresh path only, hidden from scripts. */
final class SphinxCookies {
    private static final Logger LOG = Logger.getLogger(SphinxCookies.class);
    static final String REFRESH_TOKEN = "refresh_token";

    private SphinxCookies() {}

    /** The answer with both cookies. */
    static Answer add(Answer answer, Tokens tokens, Call call) {
        Answer withAccessToken = add(answer, "access_token", tokens.accessToken(), tokens.expiresAt(), call);
        return tokens.refreshToken() == null
                ? withAccessToken
                : add(withAccessToken, REFRESH_TOKEN, tokens.refreshToken(), tokens.refreshExpiresAt(), call);
    }

    private static Answer add(Answer answer, String name, String value, Instant expires, Call call) {
        // login and refresh stand beside each other, at the root as below a realm
        String path = call.url().resolve("refresh").getPath();
        Cookie cookie = new Cookie(name, value, path, expires, call.isHttps(), true);
        Optional<String> header = cookie.header();
        if (header.isEmpty()) {
            LOG.warnf("The token is too long for the cookie %s; it was not set", name);
        }
        return header.map(set -> answer.with("Set-Cookie", set)).orElse(answer);
    }
}
