package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the client maps into UserInfo goes before the attribute of the same name. The claims come from attributes of
 * other names, so that each user has those that a test gives.
 */
class PocketbaseClaimsIT {

    @AutoClose
    private static final TestRealm realm = TestRealm.copy(RealmChange.anyAttribute()
            .andThen(claim("avatar", "String"))
            .andThen(claim("unit", "String"))
            .andThen(claim("emailVisibility", "boolean"))
            .andThen(claim("language", "String"))
            .andThen(claim("token", "String"))
            .andThen(claim("username", "String"))
            .andThen(claim("legacy_id", "long"))
            .andThen(claim("verified", "String"))
            .andThen(claim("created", "String"))
            .andThen(claim("location", "JSON"))
            .andThen(claim("location.lat", "String"))
            .andThen(claim("location.lon", "String")));

    private static Consumer<ObjectNode> claim(String name, String type) {
        return RealmChange.attributeClaim(PocketbasePath.CLIENT, name, "claim-" + name, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    avatar          | a.png                    | b.png    | "b.png"
                    unit            | metric                   | imperial | "imperial"
                    unit            | metric                   | furlong  | ""
                    emailVisibility | true                     | false    | false
                    emailVisibility | false                    | true     | true
                    language        | en                       | de       | "de"
                    token           | attribute                | claim    | "claim"
                    legacy_id       | abc                      | 12       | "12"
                    verified        | true                     | false    | false
                    created         | 2020-02-03 04:05:06.789Z | 2021-02-03 04:05:06.789Z | "2021-02-03 04:05:06.789Z"
                    location        | {"lat":1,"lon":2}        | {"lat":3,"lon":4,"name":"a"} | {"lat":3,"lon":4,"name":"a"}
                    """)
    void claimGoesBeforeTheAttribute(String field, String attribute, String claim, String expected) {
        JsonNode record = PocketbasePath.recordWith(realm, Map.of(field, attribute, "claim-" + field, claim));

        assertThat(record.path(field.equals("legacy_id") ? "id" : field)).hasToString(expected);
    }

    @Test
    void usernameMayBeAnotherOneThanKeycloaks() {
        JsonNode record = PocketbasePath.recordWith(realm, Map.of("claim-username", "Displayed Name"));

        assertThat(record.path("username").textValue()).isEqualTo("Displayed Name");
    }

    @Test
    void attributeCountsWhereTheUserHasNoClaim() {
        JsonNode record = PocketbasePath.recordWith(
                realm, Map.of("avatar", "a.png", "unit", "metric", "location.lat", "1", "location.lon", "2"));

        assertThat(record.path("avatar").textValue()).isEqualTo("a.png");
        assertThat(record.path("unit").textValue()).isEqualTo("metric");
        assertThat(record.path("location")).hasToString("{\"lat\":1,\"lon\":2,\"name\":\"\"}");
    }

    @Test
    void locationMayBeMappedInParts() {
        JsonNode record =
                PocketbasePath.recordWith(realm, Map.of("claim-location.lat", "5.5", "claim-location.lon", "-6"));

        assertThat(record.path("location")).hasToString("{\"lat\":5.5,\"lon\":-6,\"name\":\"\"}");
    }

    @Test
    void claimedLocationGoesBeforeDottedAttributes() {
        JsonNode record = PocketbasePath.recordWith(
                realm,
                Map.of(
                        "location.lat", "1",
                        "location.lon", "2",
                        "claim-location", "{\"lat\":3,\"lon\":4,\"name\":\"claim\"}"));

        assertThat(record.path("location")).hasToString("{\"lat\":3,\"lon\":4,\"name\":\"claim\"}");
    }

    @Test
    void claimedLocationThatDoesNotFitKeepsNobodyOut() {
        JsonNode record = PocketbasePath.recordWith(realm, Map.of("claim-location", "[1,2]"));

        assertThat(record.path("location").isNull()).isTrue();
    }

    @Test
    void claimsOfTheTokenAloneDoNotCount() {
        TestRealm other = TestRealm.copy(RealmChange.userInfoMapper(
                PocketbasePath.CLIENT,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "avatar",
                        "claim.value", "claim.png",
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "userinfo.token.claim", "false")));
        try (other) {
            PocketbasePath.succeeded(PocketbasePath.login(other, "mysusername", "abcd1234"), """
                    {"avatar":"","collectionId":"_pb_users_auth_","collectionName":"users",\
                    "created":"2019-05-03 13:20:29.000Z","email":"zion70@example.org","emailVisibility":false,\
                    "id":"37","language":"en","location":null,"token":"","unit":"metric","updated":"<updated>",\
                    "username":"mysusername","verified":true}""");
        }
    }
}
