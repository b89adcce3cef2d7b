package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.legacylogin.Shapes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the columns of the old systems' tables become. */
class TablesTest {
    private static final String HASH = "the hash";
    private static final ZoneId MANILA = ZoneId.of("Asia/Manila");

    private static OldUser user(String from, Map<String, String> values) throws RefusedRowException {
        return Shapes.tables().get(from).read(new Row(1, values), MANILA);
    }

    @Test
    void fusio() throws RefusedRowException {
        assertRead(
                user("fusio", fusio(Map.of())),
                new OldUser(
                        "Bob_M",
                        "bob@example.org",
                        false,
                        null,
                        null,
                        true,
                        millis("2017-11-20T14:59:59Z"),
                        HASH,
                        Map.of("legacy_id", "5", "legacy_username", "Bob_M")));
    }

    /** 0 is a consumer up to 4.x, and somebody who was deleted from 5.0 on, where the table has role_id. */
    @ParameterizedTest
    @CsvSource({"0,,true", "1,,true", "2,,false", "3,,false", "0,1,false", "1,1,true", "2,1,false"})
    void fusioTellsByItsStatusWhoMayLogIn(String status, String role, boolean enabled) throws RefusedRowException {
        Map<String, String> values = new HashMap<>(fusio(Map.of("status", status)));
        if (role != null) {
            values.put("role_id", role);
        }

        assertThat(user("fusio", values).enabled()).isEqualTo(enabled);
    }

    /** Up to 4.x another provider's users have no password, and from 5.0 on those with an identity: nor can they now. */
    @ParameterizedTest
    @CsvSource({"1,,true", ",,true", "2,,false", "4,,false", ",3,false", "1,3,false"})
    void fusioUsersOfAnotherProviderHaveNoPassword(String provider, String identity, boolean password)
            throws RefusedRowException {
        Map<String, String> values = new HashMap<>(fusio(Map.of()));
        values.put("provider", provider);
        values.put("identity_id", identity);

        assertThat(user("fusio", values).hash()).isEqualTo(password ? HASH : null);
    }

    /** Who is deleted in one version is a consumer in the other. */
    @Test
    void fusioOfAnUnknownVersionIsRefused() {
        Map<String, String> values = new HashMap<>(fusio(Map.of()));
        values.remove("provider");

        assertThatExceptionOfType(RefusedRowException.class)
                .isThrownBy(() -> user("fusio", values))
                .withMessage("Without role_id or provider it is not known of which version it is.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shapes.tables().get("fusio").require(values.keySet()))
                .withMessageStartingWith("The file has no column role_id or provider");
    }

    private static Map<String, String> fusio(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>(Map.of(
                "id", "5",
                "provider", "1",
                "status", "0",
                "name", "Bob_M",
                "email", "bob@example.org",
                "password", HASH,
                "date", "2017-11-20 22:59:59"));
        values.putAll(changes);
        return values;
    }

    @Test
    void pocketbaseOf022() throws RefusedRowException {
        Map<String, String> values = new HashMap<>(Map.of(
                "id", "8kq1v0z3m5n7p9r",
                "username", "Trail",
                "email", "trail@example.com",
                "emailVisibility", "0",
                "verified", "1",
                "passwordHash", HASH,
                "tokenKey", "a secret",
                "location", "{\"lat\":47.26,\"lon\":11.39,\"name\":\"Innsbruck\"}",
                "created", "2024-01-26 15:05:23.262Z",
                "updated", ""));
        values.put("avatar", "p.jpg");

        assertRead(
                user("pocketbase", values),
                new OldUser(
                        "Trail",
                        "trail@example.com",
                        true,
                        null,
                        null,
                        true,
                        millis("2024-01-26T15:05:23.262Z"),
                        HASH,
                        Map.of(
                                "legacy_id", "8kq1v0z3m5n7p9r",
                                "legacy_username", "Trail",
                                "avatar", "p.jpg",
                                "emailVisibility", "false",
                                "location.lat", "47.26",
                                "location.lon", "11.39",
                                "location.name", "Innsbruck",
                                "created", "2024-01-26 15:05:23.262Z")));
    }

    @Test
    void pocketbaseOf023KnowsUsersByTheirAddress() throws RefusedRowException {
        assertRead(
                user("pocketbase", Map.of("id", "x", "email", "a@example.com", "verified", "true", "password", HASH)),
                new OldUser(
                        "a@example.com",
                        "a@example.com",
                        true,
                        null,
                        null,
                        true,
                        null,
                        HASH,
                        Map.of("legacy_id", "x", "legacy_username", "a@example.com")));
    }

    @Test
    void nomic() throws RefusedRowException {
        assertRead(
                user("nomic", Map.of("userId", "7", "name", "Foo Bar", "username", "TestUser", "password", HASH)),
                new OldUser(
                        "TestUser",
                        null,
                        false,
                        "Foo Bar",
                        null,
                        true,
                        null,
                        HASH,
                        Map.of("legacy_id", "7", "legacy_username", "TestUser")));
    }

    /** The hour on its wall stays what its answers tell; the time of creation is that hour in Manila. */
    @Test
    void passport() throws RefusedRowException {
        assertRead(
                user(
                        "passport",
                        Map.of(
                                "id", "37",
                                "username", "Roosevelt",
                                "email", "r@example.org",
                                "password", HASH,
                                "first_name", "Larissa",
                                "last_name", "Keebler",
                                "role", "1",
                                "is_active", "0",
                                "remember_token", "a secret",
                                "created_at", "2019-05-03 13:20:29")),
                new OldUser(
                        "Roosevelt",
                        "r@example.org",
                        false,
                        "Larissa",
                        "Keebler",
                        true,
                        millis("2019-05-03T05:20:29Z"),
                        HASH,
                        Map.of(
                                "legacy_id", "37",
                                "legacy_username", "Roosevelt",
                                "role", "1",
                                "is_active", "0",
                                "created_at", "2019-05-03 13:20:29")));
    }

    @ParameterizedTest
    @CsvSource({
        "name,,There is no user name.",
        "status,,There is no status.",
        "status,active,It is no integer.",
        "date,yesterday,It is no date such as 2019-05-03 13:20:29.",
        "date,2019-02-30 00:00:00,It is no date such as 2019-05-03 13:20:29.",
        "date,+999999999-12-31 23:59:59,It is no date such as 2019-05-03 13:20:29.",
        "date,-0001-01-01 00:00:00,It is no date such as 2019-05-03 13:20:29."
    })
    void badValuesNameTheirField(String field, String value, String reason) {
        assertThatExceptionOfType(RefusedRowException.class)
                .isThrownBy(() -> user("fusio", fusio(Map.of(field, value == null ? "" : value))))
                .satisfies(refused -> {
                    assertThat(refused.row()).isEqualTo(1);
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused).hasMessage(reason);
                });
    }

    @ParameterizedTest
    @CsvSource({"'a\u0000b'", "'a\ud800'"})
    void whatCannotBeStoredIsRefused(String name) {
        assertThatExceptionOfType(RefusedRowException.class)
                .isThrownBy(() -> user("fusio", fusio(Map.of("name", name))))
                .withMessage("It has characters that cannot be stored.");
    }

    /** Keycloak's columns have 255 characters, whatever the user profile lets through. */
    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "first_name", "last_name"})
    void whatIsTooLongForKeycloakIsRefused(String field) throws RefusedRowException {
        Map<String, String> values = new HashMap<>(Map.of("username", "u", "business_address", "x".repeat(256)));
        values.put(field, "x".repeat(255));

        assertThat(user("passport", values).attributes()).containsEntry("business_address", "x".repeat(256));

        values.put(field, "x".repeat(256));
        assertThatExceptionOfType(RefusedRowException.class)
                .isThrownBy(() -> user("passport", values))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field))
                .withMessage("It is longer than 255 characters.");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-03T13:20:29,2019-05-03T05:20:29Z",
        "2019-05-03 13:20,2019-05-03T05:20:00Z",
        "2019-05-03 13:20:29.5,2019-05-03T05:20:29.500Z",
        "2019-05-03T13:20:29Z,2019-05-03T13:20:29Z",
        "2019-05-03T13:20:29+02:00,2019-05-03T11:20:29Z",
        "2019-03-04T12:40:03+0800,2019-03-04T04:40:03Z",
        "1556889629,2019-05-03T13:20:29Z"
    })
    void datesOfManyForms(String text, String instant) throws RefusedRowException {
        assertThat(user("fusio", fusio(Map.of("date", text))).created()).isEqualTo(millis(instant));
    }

    @Test
    void zeroDateOfMysqlIsNone() throws RefusedRowException {
        assertThat(user("fusio", fusio(Map.of("date", "0000-00-00 00:00:00"))).created())
                .isNull();
    }

    @Test
    void anyTable() throws RefusedRowException {
        MappedColumns table = new MappedColumns(Map.of(
                "map.username", "login",
                "map.password", "pwd",
                "map.enabled", "on",
                "map.attribute.roles", "r"));

        assertRead(
                table.read(new Row(1, Map.of("login", "w1", "pwd", HASH, "on", "no", "r", "1,2", "x", "y")), MANILA),
                new OldUser(
                        "w1",
                        null,
                        false,
                        null,
                        null,
                        false,
                        null,
                        HASH,
                        Map.of("legacy_username", "w1", "roles", "1,2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.require(Set.of("login", "pwd", "on")))
                .withMessage("The file has no column r: it is another table, or its header is missing.");
    }

    @Test
    void mapMustBeKnown() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MappedColumns(Map.of("map.password", "p")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MappedColumns(Map.of("map.username", "u", "map.pasword", "p")));
        assertThatIllegalArgumentException().isThrownBy(() -> new MappedColumns(Map.of("map.username", "")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MappedColumns(Map.of("map.username", "u", "map.attribute.", "p")));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MappedColumns(Map.of("map.username", "u", "map.attribute." + "x".repeat(256), "p")));
    }

    /** As an attribute it would get past what is looked at, or past its own parameter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "username",
                "email",
                "firstName",
                "lastName",
                "legacy_id",
                "legacy_username",
                "legacy_import",
                "legacy_import_state"
            })
    void attributeOfTheImportCannotBeMapped(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MappedColumns(Map.of("map.username", "u", "map.attribute." + name, "p")))
                .withMessage("map.attribute.NAME must not be email, firstName, lastName, legacy_id, legacy_import,"
                        + " legacy_import_state, legacy_username, username.");
    }

    private static void assertRead(OldUser user, OldUser expected) {
        assertThat(user).usingRecursiveComparison().isEqualTo(expected);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
