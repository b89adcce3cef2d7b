package dev.legacylogin.sphinx;

import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.user.LegacyUser;
import java.util.Map;
import org.keycloak.representations.AccessToken;

/** {@code identifier} is the username, {@code attributes.role} the roles' numbers in one text. */
final class SphinxClaims extends OriginClaims {
    private static final String ROLE = "role";

    SphinxClaims() {
        super(false, ROLE, "legacy_username", "username");
    }

    @Override
    protected void put(AccessToken token, LegacyUser user, Settings settings) {
        token.setOtherClaims("identifier", user.username());
        token.setOtherClaims(
                "attributes", user.text(ROLE).map(role -> Map.of(ROLE, role)).orElse(Map.of()));
    }
}
