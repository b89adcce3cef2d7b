package dev.legacylogin.expect;

import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.time.Instant;

/** Keycloak's brute force detection. */
public final class Lockout {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Lockout() {}

    /** Fails at Keycloak's own endpoint until the user is locked; two failures in a row are enough. */
    public static TestUser lock(TestRealm realm, TestUser user) {
        OwnTokenEndpoint endpoint = OwnTokenEndpoint.of(realm, "legacy-fusio");
        Instant end = Instant.now().plus(TIMEOUT);
        while (!isLocked(realm, user)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The user was not locked in time");
            }
            endpoint.password(user.username(), "wrong");
        }
        return user;
    }

    private static boolean isLocked(TestRealm realm, TestUser user) {
        return Boolean.TRUE.equals(
                realm.admin().attackDetection().bruteForceUserStatus(user.id()).get("disabled"));
    }
}
