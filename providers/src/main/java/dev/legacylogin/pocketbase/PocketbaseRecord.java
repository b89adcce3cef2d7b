package dev.legacylogin.pocketbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.user.LegacyUser;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Function;

/**
 * The user as wanderer shows it. Every key is always there, in alphabetical order.
 *
 * @param token a search-tenant token in the origin; never the access token
 */
record PocketbaseRecord(
        String avatar,
        String collectionId,
        String collectionName,
        String created,
        String email,
        boolean emailVisibility,
        String id,
        String language,
        Location location,
        String token,
        String unit,
        String updated,
        String username,
        boolean verified) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'");
    private static final Set<String> UNITS = Set.of("metric", "imperial");

    static PocketbaseRecord of(LegacyUser user) {
        return new PocketbaseRecord(
                user.text("avatar", name -> !name.contains("/")).orElse(""),
                collectionId(user),
                user.text("collectionName").orElse("users"),
                user.date("created", DATE).or(() -> user.created(DATE)).orElse(""),
                user.email().orElse(""),
                user.bool("emailVisibility").orElse(false),
                id(user),
                user.text("language").orElse(""),
                user.object("location", Location::of).orElse(null),
                user.text("token").orElse(""),
                user.text("unit", UNITS::contains).orElse(""),
                user.date("updated", DATE).or(() -> user.updated(DATE)).orElse(""),
                user.username(),
                user.bool("verified").orElseGet(() -> user.model().isEmailVerified()));
    }

    static String id(LegacyUser user) {
        return user.text("legacy_id").orElseGet(() -> user.model().getId());
    }

    static String collectionId(LegacyUser user) {
        return user.text("collectionId").orElse("_pb_users_auth_");
    }

    /** Without the values: a record would print them. */
    @Override
    public String toString() {
        return "PocketbaseRecord";
    }

    /** Where the user is: latitude and longitude in degrees, and the place's name. */
    record Location(BigDecimal lat, BigDecimal lon, String name) {
        private static final int MAX_DIGITS = 20;

        private static Location of(Function<String, JsonNode> member) {
            JsonNode name = member.apply("name");
            return new Location(
                    degrees(member.apply("lat")),
                    degrees(member.apply("lon")),
                    name == null || name.isNull() ? "" : name.asText());
        }

        private static BigDecimal degrees(JsonNode value) {
            if (value == null) {
                throw new IllegalArgumentException();
            }
            BigDecimal degrees = new BigDecimal(value.asText());
            if (degrees.precision() > MAX_DIGITS || Math.abs(degrees.scale()) > MAX_DIGITS) {
                // 1e99999 is a number too, and could not be written
                throw new IllegalArgumentException();
            }
            return degrees;
        }
    }
}
