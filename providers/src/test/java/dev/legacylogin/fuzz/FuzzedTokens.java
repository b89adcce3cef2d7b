package dev.legacylogin.fuzz;

import dev.legacylogin.token.AccessTokenMapper.Owner;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Denied;
import dev.legacylogin.token.TokenOutcome.Reason;
import dev.legacylogin.token.TokenRequests;
import java.util.List;
import java.util.Optional;

/**
 * Grants everything, or nothing.
 *
 * @param outcome of each request for tokens
 * @param user who holds any token
 */
record FuzzedTokens(TokenOutcome outcome, Optional<Owner> user) implements TokenRequests {

    static FuzzedTokens granted(FuzzedUser user) {
        return new FuzzedTokens(user.granted(), Optional.of(user.owner()));
    }

    static FuzzedTokens denied(Reason reason) {
        return new FuzzedTokens(new Denied(reason), Optional.empty());
    }

    @Override
    public TokenOutcome password(String username, String password, List<String> scopes) {
        return outcome;
    }

    @Override
    public TokenOutcome refresh(String refreshToken) {
        return outcome;
    }

    @Override
    public TokenOutcome renew(String accessToken) {
        return outcome;
    }

    @Override
    public Optional<Owner> user(String accessToken) {
        return user;
    }

    @Override
    public boolean logout(String token) {
        return user.isPresent();
    }
}
