package dev.legacylogin.passport;

import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.user.LegacyUser;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.representations.AccessToken;

/**
 * {@code sub} is the user's number as text, {@code aud} the client's id and nothing else, {@code scopes} a list of what
 * was granted, without which league/oauth2-server refuses a token.
 */
final class PassportClaims extends OriginClaims {
    /** Keycloak refuses a token before its {@code nbf}, and the clocks of its nodes differ. */
    private static final long SECONDS_BEFORE_ITS_ISSUE = 60;

    PassportClaims() {
        super(false, "legacy_id");
    }

    @Override
    public boolean makeTheSubject() {
        return true;
    }

    @Override
    protected void put(AccessToken token, LegacyUser user, Settings settings) {
        user.integer("legacy_id").ifPresent(id -> token.subject(id.toString()));
        token.audience(token.getIssuedFor());
        token.setOtherClaims("nbf", token.getIat() - SECONDS_BEFORE_ITS_ISSUE);
        token.setOtherClaims("scopes", scopes(token.getScope()));
    }

    private static List<String> scopes(String granted) {
        return granted == null
                ? List.of()
                : Stream.of(granted.split(" "))
                        .filter(scope -> !scope.isEmpty())
                        .toList();
    }
}
