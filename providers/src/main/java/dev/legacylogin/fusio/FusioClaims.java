package dev.legacylogin.fusio;

import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.user.LegacyUser;
import org.keycloak.representations.AccessToken;

/**
 * {@code name}, as at the time of the page; {@code sub} for the user and {@code preferred_username}, as in 4.1.5 and
 * later. What {@code sub} was before that, the key of a row in Fusio's database, cannot be told.
 */
final class FusioClaims extends OriginClaims {
    FusioClaims() {
        super(false, "legacy_id", "legacy_username", "username");
    }

    @Override
    public boolean makeTheSubject() {
        return true;
    }

    @Override
    protected void put(AccessToken token, LegacyUser user, Settings settings) {
        token.setOtherClaims("name", user.username());
        token.setOtherClaims("preferred_username", user.username());
        user.text("legacy_id").ifPresent(token::subject);
    }
}
