package dev.legacylogin.token;

import java.util.Optional;
import org.keycloak.models.UserModel;

/** When a user was last changed. Keycloak keeps it in its newer versions only: 26.7 does, 26.0 does not. */
public final class LastModified {
    private LastModified() {}

    /** Milliseconds since the epoch, or empty where the version or the user's store does not keep it. */
    public static Optional<Long> of(UserModel user) {
        try {
            return Optional.ofNullable(user.getLastModifiedTimestamp());
        } catch (NoSuchMethodError e) {
            return Optional.empty();
        }
    }
}
