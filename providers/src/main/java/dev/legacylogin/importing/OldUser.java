package dev.legacylogin.importing;

import java.util.Map;

/**
 * A user of the old system, as he is to be in Keycloak.
 *
 * @param username as the old system writes it
 * @param email his address, or {@code null}
 * @param emailVerified whether the old system has verified it
 * @param firstName his first name, or {@code null}
 * @param lastName his last name, or {@code null}
 * @param enabled whether he may log in
 * @param created when the old system created him, in milliseconds since the epoch, or {@code null}
 * @param hash of his password, or {@code null}
 * @param attributes his legacy fields, {@code legacy_id} and {@code legacy_username}
 */
public record OldUser(
        String username,
        String email,
        boolean emailVerified,
        String firstName,
        String lastName,
        boolean enabled,
        Long created,
        String hash,
        Map<String, String> attributes) {

    /** A record would print his hash. */
    @Override
    public String toString() {
        return "OldUser";
    }
}
