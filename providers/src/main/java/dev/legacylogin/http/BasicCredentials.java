package dev.legacylogin.http;

import java.util.Base64;
import java.util.Optional;

/**
 * Name and password of a Basic {@code Authorization} header (RFC 7617), in UTF-8.
 *
 * @param username up to the first colon, may be empty
 * @param password all behind it, may be empty
 */
public record BasicCredentials(String username, String password) {
    private static final String SCHEME = "Basic ";

    /** Those of this header; empty where it has another scheme, or is not base64 of UTF-8 with a colon. */
    public static Optional<BasicCredentials> of(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? parse(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Optional<BasicCredentials> parse(String encoded) {
        try {
            String text = Utf8.decode(Base64.getDecoder().decode(encoded));
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | RefusedException e) {
            return Optional.empty();
        }
    }

    /** Whether neither part is blank. */
    public boolean complete() {
        return !username.isBlank() && !password.isBlank();
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "BasicCredentials";
    }
}
