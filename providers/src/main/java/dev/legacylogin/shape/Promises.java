package dev.legacylogin.shape;

import dev.legacylogin.settings.Settings;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a shape's documentation promises, and what the check-up holds a client's settings against.
 *
 * @param accessTokenSeconds how long an access token lives; 0 where it is not said
 * @param refreshTokenSeconds how long a refresh token lives; 0 where it is not said
 * @param refreshTokens whether the answers carry a refresh token, with these settings
 * @param renewal whether an access token is turned into a fresh one
 * @param disclosure whether an answer tells which usernames exist, with these settings
 * @param headers whether an answer carries tokens in its headers, cookies among them, with these settings
 * @param trustedFields the user's fields in an answer by which the old application tells who he is and what he may
 */
public record Promises(
        long accessTokenSeconds,
        long refreshTokenSeconds,
        Predicate<Settings> refreshTokens,
        boolean renewal,
        Predicate<Settings> disclosure,
        Predicate<Settings> headers,
        Set<String> trustedFields) {

    /** Nothing: an access token of any lifetime. */
    public static final Promises NONE =
            new Promises(0, 0, settings -> false, false, settings -> false, settings -> false, Set.of());

    /** An access token lives so many seconds. */
    public Promises accessToken(long seconds) {
        return new Promises(seconds, refreshTokenSeconds, refreshTokens, renewal, disclosure, headers, trustedFields);
    }

    /** The answers carry a refresh token that lives so many seconds; 0 where it is not said. */
    public Promises refreshToken(long seconds) {
        return new Promises(accessTokenSeconds, seconds, settings -> true, renewal, disclosure, headers, trustedFields);
    }

    /** The answers carry a refresh token with some settings. */
    public Promises refreshTokenWhere(Predicate<Settings> settings) {
        return new Promises(
                accessTokenSeconds, refreshTokenSeconds, settings, renewal, disclosure, headers, trustedFields);
    }

    /** An access token is turned into a fresh one. */
    public Promises renewed() {
        return new Promises(
                accessTokenSeconds, refreshTokenSeconds, refreshTokens, true, disclosure, headers, trustedFields);
    }

    /** An answer tells which usernames exist, with some settings. */
    public Promises usernamesWhere(Predicate<Settings> settings) {
        return new Promises(
                accessTokenSeconds, refreshTokenSeconds, refreshTokens, renewal, settings, headers, trustedFields);
    }

    /** An answer carries tokens in its headers, cookies among them, with some settings. */
    public Promises tokensInHeadersWhere(Predicate<Settings> settings) {
        return new Promises(
                accessTokenSeconds, refreshTokenSeconds, refreshTokens, renewal, disclosure, settings, trustedFields);
    }

    /** By these of the user's fields in an answer the old application tells who he is and what he may. */
    public Promises trustedFields(String... fields) {
        return new Promises(
                accessTokenSeconds, refreshTokenSeconds, refreshTokens, renewal, disclosure, headers, Set.of(fields));
    }
}
