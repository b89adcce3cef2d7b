package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import dev.legacylogin.server.TestUser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The record's fields as an admin fills them in on the user's page. */
@ResourceLock(TestRealm.DEMO)
class PocketbaseFieldsIT {

    private static final TestRealm DEMO = TestRealm.demo();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void everyFieldComesFromTheAttributeOfItsName() {
        try (TestUser user = DEMO.createUser("right")) {
            user.attributes(Map.of(
                    "legacy_id", "abcdefghij01234",
                    "avatar", "ž \"1\".png",
                    "emailVisibility", "true",
                    "language", "cs",
                    "location.lat", "-33.45",
                    "location.lon", "0",
                    "location.name", "Někde",
                    "token", "search <&>",
                    "unit", "imperial"));

            PocketbasePath.succeeded(PocketbasePath.login(user), """
                    {"avatar":"ž \\"1\\".png","collectionId":"_pb_users_auth_","collectionName":"users",\
                    "created":"<created>","email":"%1$s@example.org","emailVisibility":true,"id":"abcdefghij01234",\
                    "language":"cs","location":{"lat":-33.45,"lon":0,"name":"Někde"},"token":"search <&>",\
                    "unit":"imperial","updated":"<updated>","username":"%1$s","verified":true}""".formatted(user.username()));
        }
    }

    @Test
    void locationWithoutANameHasAnEmptyOne() {
        JsonNode record = PocketbasePath.recordWith(DEMO, Map.of("location.lat", "1", "location.lon", "2"));

        assertThat(record.path("location")).hasToString("{\"lat\":1,\"lon\":2,\"name\":\"\"}");
    }

    @Test
    void locationWithoutDegreesIsNone() {
        JsonNode record = PocketbasePath.recordWith(DEMO, Map.of("location.lat", "1", "location.name", "Prague"));

        assertThat(record.path("location").isNull()).isTrue();
    }

    @Test
    void createdIsWhenKeycloakCreatedTheUser() {
        try (TestUser user = DEMO.createUser("right")) {
            Instant created =
                    Instant.ofEpochMilli(user.admin().toRepresentation().getCreatedTimestamp());

            assertThat(PocketbasePath.record(PocketbasePath.login(user))
                            .path("created")
                            .textValue())
                    .isEqualTo(DATE.format(created));
        }
    }

    /**
     * Keycloak knows from 26.6 on. Up to 26.7 it sets it itself when it stores a user, and changes it for changes by SCIM
     * alone.
     */
    @Test
    void updatedIsWhenKeycloakLastChangedTheUserWhereTheVersionKnows() {
        Instant before = Instant.now();
        try (TestRealm realm = TestRealm.copy()) {
            Instant after = Instant.now();

            JsonNode record = PocketbasePath.record(PocketbasePath.login(realm, "TestUser", "password"));

            assertThat(record.path("created").textValue()).isEqualTo("2024-01-26 15:05:23.262Z");
            if (TestServer.get().isBefore(6)) {
                assertThat(record.path("updated").textValue()).isEqualTo("2024-01-26 15:05:23.262Z");
            } else {
                assertThat(record.path("updated").textValue()).isBetween(DATE.format(before), DATE.format(after));
            }
        }
    }

    @Test
    void unverifiedEmailIsToldAndLogsIn() {
        try (TestUser user = DEMO.createUser("right")) {
            user.change(it -> it.setEmailVerified(false));

            PocketbasePath.succeeded(
                    PocketbasePath.login(user),
                    PocketbasePath.plainRecord(user).replace("\"verified\":true", "\"verified\":false"));
        }
    }

    @Test
    void unverifiedEmailDoesNotLogInWhereTheRealmDemandsVerification() {
        try (TestRealm realm = TestRealm.forManyLogins(json -> json.put("verifyEmail", true))) {
            TestUser user = realm.createUser("right");
            PocketbasePath.succeeded(PocketbasePath.login(user), PocketbasePath.plainRecord(user));

            user.change(it -> it.setEmailVerified(false));
            PocketbasePath.failed(PocketbasePath.login(user), realm, PocketbasePath.WRONG);
        }
    }
}
