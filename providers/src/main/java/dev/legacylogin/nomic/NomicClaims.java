package dev.legacylogin.nomic;

import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.user.LegacyUser;
import org.keycloak.representations.AccessToken;

/**
 * {@code sub} is the 32-bit number of the user; the audience is the issuer, which the origin's backend compares with one
 * and the same constant, and that constant's old value.
 */
final class NomicClaims extends OriginClaims {
    private static final String OLD_ISSUER = "NomicGameManager.Api";

    NomicClaims() {
        super(false, "legacy_id");
    }

    @Override
    public boolean makeTheSubject() {
        return true;
    }

    @Override
    protected void put(AccessToken token, LegacyUser user, Settings settings) {
        user.integer("legacy_id").filter(id -> id == id.intValue()).ifPresent(id -> token.subject(id.toString()));
        token.addAudience(token.getIssuer());
        token.addAudience(OLD_ISSUER);
    }
}
