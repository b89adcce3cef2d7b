package dev.legacylogin.passport;

import dev.legacylogin.user.LegacyUser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;

/** The user as hpo-v2 shows it. Every key is always there; what is not known is {@code null}. */
record PassportUser(
        long id,
        String code,
        String global_prefix,
        Long role,
        String username,
        String email,
        String api_token,
        String first_name,
        String last_name,
        String contact_number,
        String business_name,
        String business_address,
        Long is_active,
        String created_at,
        String updated_at) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    static PassportUser of(LegacyUser user) {
        return new PassportUser(
                user.integer("legacy_id").orElseGet(() -> derivedId(user.model().getId())),
                user.text("code").orElse(null),
                user.text("global_prefix").orElse(null),
                user.integer("role").orElse(null),
                user.username(),
                user.email().orElse(null),
                user.text("api_token").orElse(null),
                user.text("first_name").orElseGet(() -> user.model().getFirstName()),
                user.text("last_name").orElseGet(() -> user.model().getLastName()),
                user.text("contact_number").orElse(null),
                user.text("business_name").orElse(null),
                user.text("business_address").orElse(null),
                user.integer("is_active").orElse(null),
                user.date("created_at", DATE).or(() -> user.created(DATE)).orElse(null),
                user.date("updated_at", DATE).or(() -> user.updated(DATE)).orElse(null));
    }

    /** A stable positive integer below 2^53, which JavaScript still reads exactly, from Keycloak's id. */
    static long derivedId(String keycloakId) {
        byte[] hash = HashUtils.hash(JavaAlgorithm.SHA256, keycloakId.getBytes(StandardCharsets.UTF_8));
        return Math.max(1, ByteBuffer.wrap(hash).getLong() >>> 11);
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "PassportUser";
    }
}
