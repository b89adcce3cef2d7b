package dev.legacylogin.endpoint;

import dev.legacylogin.token.AccessTokenMapper.Owner;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenRequests;
import java.util.List;
import java.util.Optional;

/** Hands on what an operation asks for, and remembers whether it was denied. */
final class AskedTokens implements TokenRequests {
    private final TokenRequests tokens;
    private boolean denied;

    AskedTokens(TokenRequests tokens) {
        this.tokens = tokens;
    }

    /** Whether nothing was granted, the last time that something was asked for. */
    boolean denied() {
        return denied;
    }

    @Override
    public TokenOutcome password(String username, String password, List<String> scopes) {
        return noted(tokens.password(username, password, scopes));
    }

    @Override
    public TokenOutcome refresh(String refreshToken) {
        return noted(tokens.refresh(refreshToken));
    }

    @Override
    public TokenOutcome renew(String accessToken) {
        return noted(tokens.renew(accessToken));
    }

    @Override
    public Optional<Owner> user(String accessToken) {
        Optional<Owner> user = tokens.user(accessToken);
        denied = user.isEmpty();
        return user;
    }

    @Override
    public boolean logout(String token) {
        denied = !tokens.logout(token);
        return !denied;
    }

    private TokenOutcome noted(TokenOutcome outcome) {
        denied = outcome instanceof TokenOutcome.Denied;
        return outcome;
    }
}
