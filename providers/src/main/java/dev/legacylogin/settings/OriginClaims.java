package dev.legacylogin.settings;

import dev.legacylogin.user.LegacyUser;
import java.util.Optional;
import java.util.Set;
import org.keycloak.representations.AccessToken;

/**
 * The claims by which the backends of an old API know a user, beside those that Keycloak itself needs: {@code iss},
 * {@code azp}, {@code jti}, {@code typ}, {@code iat}, {@code exp}, {@code sid} and {@code scope} stay as they are.
 */
public abstract class OriginClaims {
    private static final String KEY = "claims";
    private static final String MESSAGE = "legacyLoginClaims";
    private static final String KEYCLOAK = "keycloak";
    private static final String ORIGIN = "origin";

    private final Optional<Setting> setting;
    private final Set<String> fields;

    /**
     * @param byDefault whether tokens have them where the form says nothing
     * @param fields the user's fields, see {@link LegacyUser}, that the claims are made of
     */
    protected OriginClaims(boolean byDefault, String... fields) {
        this.setting = Optional.of(
                byDefault
                        ? Setting.choice(KEY, MESSAGE, ORIGIN, KEYCLOAK)
                        : Setting.choice(KEY, MESSAGE, KEYCLOAK, ORIGIN));
        this.fields = Set.of(fields);
    }

    /** For an API of which nobody knows what its backends read: tokens stay as they are, and the form does not ask. */
    private OriginClaims() {
        this.setting = Optional.empty();
        this.fields = Set.of();
    }

    /** None. */
    public static OriginClaims none() {
        return new OriginClaims() {
            @Override
            protected void put(AccessToken token, LegacyUser user, Settings settings) {
                // there are none
            }
        };
    }

    /**
     * Puts them into a token of this user. But for {@code sub} and {@code aud} that is by {@code setOtherClaims}, as
     * Keycloak's own mappers do: a claim of theirs would be written twice otherwise.
     */
    protected abstract void put(AccessToken token, LegacyUser user, Settings settings);

    /** The token as the API's clients can read it, with every setting. */
    protected AccessToken readable(AccessToken token) {
        return token;
    }

    /** Whether the API's clients can read a token with this text in it. */
    public boolean isReadable(String text) {
        return true;
    }

    /** The user's fields that the tokens of a client with these settings have claims of. */
    public final Set<String> fieldsIn(Settings settings) {
        return isOrigin(settings) ? fields : Set.of();
    }

    /** Whether {@code sub} is the old system's id, by which a backend looks the user up. */
    public boolean makeTheSubject() {
        return false;
    }

    private boolean isOrigin(Settings settings) {
        return setting.filter(field -> settings.has(field, ORIGIN)).isPresent();
    }

    Optional<Setting> setting() {
        return setting;
    }

    final AccessToken in(AccessToken token, LegacyUser user, Settings settings) {
        if (isOrigin(settings)) {
            put(token, user, settings);
        }
        return readable(token);
    }
}
