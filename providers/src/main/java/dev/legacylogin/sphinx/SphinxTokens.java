package dev.legacylogin.sphinx;

import dev.legacylogin.token.Tokens;

/** The tokens as sphinx-cbs shows them; lifetimes in seconds. */
record SphinxTokens(
        String token_type,
        String access_token,
        long access_token_expires_in,
        String refresh_token,
        long refresh_token_expires_in) {

    static SphinxTokens of(Tokens tokens) {
        return new SphinxTokens(
                "Bearer", tokens.accessToken(), tokens.expiresIn(), tokens.refreshToken(), tokens.refreshExpiresIn());
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "SphinxTokens";
    }
}
