package dev.legacylogin.pocketbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that no form has checked: they fit the page or count as empty, and never keep a user out. */
class PocketbaseImportedFieldsIT {

    @AutoClose
    private static TestRealm realm = TestRealm.copy(RealmChange.anyAttribute());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    avatar          | a.png                    | "a.png"
                    language        | en                       | "en"
                    token           | anything at all          | "anything at all"
                    unit            | metric                   | "metric"
                    unit            | imperial                 | "imperial"
                    unit            | furlong                  | ""
                    unit            | METRIC                   | ""
                    unit            | 1                        | ""
                    emailVisibility | true                     | true
                    emailVisibility | false                    | false
                    emailVisibility | TRUE                     | false
                    emailVisibility | yes                      | false
                    emailVisibility | 1                        | false
                    collectionId    | abcdefghij01234          | "abcdefghij01234"
                    collectionName  | people                   | "people"
                    created         | 2020-02-03 04:05:06.789Z | "2020-02-03 04:05:06.789Z"
                    updated         | 2021-02-03 04:05:06.789Z | "2021-02-03 04:05:06.789Z"
                    verified        | false                    | false
                    verified        | maybe                    | true
                    """)
    void attributeCountsWhereItFits(String field, String value, String expected) {
        assertThat(PocketbasePath.recordWith(realm, Map.of(field, value)).path(field))
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2020-02-03T04:05:06.789Z", "2020-13-03 04:05:06.789Z", "1580702706789"})
    void dateThatIsNoneIsKeycloaksOwn(String value) {
        JsonNode record = PocketbasePath.recordWith(realm, Map.of("created", value, "updated", value));

        assertThat(record.path("created").textValue()).matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(record.path("updated").textValue()).matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"lat":50.0755,"lon":14.4378,"name":"Prague"}   | {"lat":50.0755,"lon":14.4378,"name":"Prague"}
                    {"name":"Prague","lon":"14.4378","lat":"50.5"}  | {"lat":50.5,"lon":14.4378,"name":"Prague"}
                    {"lat":-1,"lon":0,"name":"a","country":"b"}     | {"lat":-1,"lon":0,"name":"a"}
                    {"lat":1,"lon":2}                               | {"lat":1,"lon":2,"name":""}
                    {"lat":1,"lon":2,"name":null}                   | {"lat":1,"lon":2,"name":""}
                    {"lat":1e2,"lon":2.50,"name":""}                | {"lat":100.0,"lon":2.5,"name":""}
                    {"lat":null,"lon":2,"name":"a"}                 | null
                    {"lat":true,"lon":2,"name":"a"}                 | null
                    {"lat":"north","lon":2,"name":"a"}              | null
                    {"lat":[1],"lon":2,"name":"a"}                  | null
                    {"lat":"","lon":2,"name":"a"}                   | null
                    {"lat":NaN,"lon":2,"name":"a"}                  | null
                    {"lat":"Infinity","lon":2,"name":"a"}           | null
                    {"lon":2,"name":"a"}                            | null
                    {"lat":1e99999,"lon":2,"name":"a"}              | null
                    {"lat":"1e-99999","lon":2,"name":"a"}           | null
                    {"lat":"1e999999999","lon":2,"name":"a"}        | null
                    {}                                              | null
                    []                                              | null
                    [1,2]                                           | null
                    "Prague"                                        | null
                    Prague                                          | null
                    {"lat":1,"lon":2                                | null
                    5                                               | null
                    null                                            | null
                    """)
    void locationIsAJsonAttribute(String value, String expected) {
        assertThat(PocketbasePath.recordWith(realm, Map.of("location", value)).path("location"))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"1e99999, 2", "1e-99999, 2", "1, 1e999999999", "north, 2", "1, ''", "'1,5', 2", "0x10, 2"})
    void dottedLocationThatDoesNotFitIsNone(String lat, String lon) {
        JsonNode record = PocketbasePath.recordWith(
                realm, Map.of("location.lat", lat, "location.lon", lon, "location.name", "a"));

        assertThat(record.path("location")).hasToString("null");
    }

    @Test
    void jsonAttributeGoesBeforeDottedOnes() {
        JsonNode record = PocketbasePath.recordWith(
                realm,
                Map.of(
                        "location", "{\"lat\":1,\"lon\":2,\"name\":\"json\"}",
                        "location.lat", "3",
                        "location.lon", "4",
                        "location.name", "dotted"));

        assertThat(record.path("location")).hasToString("{\"lat\":1,\"lon\":2,\"name\":\"json\"}");
    }

    @Test
    void everythingWrongAtOnceStillLogsIn() {
        try (TestUser user = realm.createUser("right")) {
            user.attributes(
                    Stream.of("created", "updated", "emailVisibility", "location", "location.lat", "unit", "verified")
                            .collect(Collectors.toMap(name -> name, name -> "x")));

            PocketbasePath.succeeded(PocketbasePath.login(user), PocketbasePath.plainRecord(user));
        }
    }
}
