package dev.legacylogin.pocketbase;

import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.user.LegacyUser;
import org.keycloak.representations.AccessToken;

/** {@code id}, {@code type} and {@code collectionId}: the record that the token is for. */
final class PocketbaseClaims extends OriginClaims {
    PocketbaseClaims() {
        super(true, "legacy_id", "collectionId");
    }

    @Override
    protected void put(AccessToken token, LegacyUser user, Settings settings) {
        token.setOtherClaims("id", PocketbaseRecord.id(user));
        token.setOtherClaims("type", PocketbaseSettings.tokenType(settings));
        token.setOtherClaims("collectionId", PocketbaseRecord.collectionId(user));
    }

    @Override
    protected AccessToken readable(AccessToken token) {
        return PlainClaims.of(token);
    }

    @Override
    public boolean isReadable(String text) {
        return PlainClaims.isPlain(text);
    }
}
