package dev.legacylogin.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The legacy fields on the user's page of the admin console: shown, checked, and in the next login's answer. */
class FieldsIT {
    @AutoClose
    private static TestRealm realm = TestRealm.forManyLogins(json -> json.put("editUsernameAllowed", true));

    /** The field, two values, and where the answer shows it. */
    static Stream<Arguments> fields() {
        return Stream.of(
                row("legacy_id", "k7p2x9m4q1w8z3b", "abcdefghij01234", Route.POCKETBASE, "/record/id"),
                row("legacy_id", "37", "38", Route.PASSPORT, "/logged_in_user/id"),
                row("legacy_username", "RooseveltSmitham", "Ünal", Route.POCKETBASE, "/record/username"),
                row("legacy_username", "RooseveltSmitham", "Ünal", Route.PASSPORT, "/logged_in_user/username"),
                pocketbase("avatar", "a.png", "b.jpg"),
                pocketbase("created", "2019-01-02 03:04:05.678Z", "2020-02-29 00:00:00.000Z"),
                pocketbase("updated", "2019-01-02 03:04:05.678Z", "2020-02-29 00:00:00.000Z"),
                pocketbase("emailVisibility", "true", "false"),
                pocketbase("language", "de", "pt-BR"),
                pocketbase("location.lat", "-90", "50.0755"),
                pocketbase("location.lon", "180", "-14.4378"),
                pocketbase("location.name", "Praha", "Zürich"),
                pocketbase("token", "one", "two"),
                pocketbase("unit", "metric", "imperial"),
                passport("code", "A", "B"),
                passport("global_prefix", "+420", "+49"),
                passport("role", "0", "2147483647"),
                passport("api_token", "one", "two"),
                passport("contact_number", "555 0100", "555 0199"),
                passport("business_name", "A Ltd", "B GmbH"),
                passport("business_address", "1 A Street", "2 B Street"),
                passport("is_active", "1", "0"),
                passport("created_at", "2019-01-02 03:04:05", "2020-02-29 23:59:59"),
                passport("updated_at", "2019-01-02 03:04:05", "2020-02-29 23:59:59"),
                row("redirect", "pw/reset", "https://old.example.org/", Route.SPHINX, "/redirect"),
                passport("username", "some-name", "other-name"),
                passport("email", "a@example.org", "b@example.org"),
                row("firstName", "Ada", "Eve", Route.PASSPORT, "/logged_in_user/first_name"),
                row("lastName", "Love", "Lace", Route.PASSPORT, "/logged_in_user/last_name"));
    }

    private static Arguments pocketbase(String field, String first, String second) {
        return row(field, first, second, Route.POCKETBASE, "/record/" + field.replace('.', '/'));
    }

    private static Arguments passport(String field, String first, String second) {
        return row(field, first, second, Route.PASSPORT, "/logged_in_user/" + field);
    }

    private static Arguments row(String field, String first, String second, Route route, String pointer) {
        return Arguments.of(field, first, second, route, pointer);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aChangedFieldIsInTheNextAnswer(String field, String first, String second, Route route, String pointer) {
        try (TestUser user = realm.createUser("a password")) {
            if (field.startsWith("location.")) {
                assertThat(save(user, "location.lat", "1").status()).isEqualTo(204);
                assertThat(save(user, "location.lon", "1").status()).isEqualTo(204);
            }
            for (String value : new String[] {first, second}) {
                Answer saved = save(user, field, value);
                assertThat(saved.status()).as(saved.body()).isEqualTo(204);

                String username = field.equals("username") ? value : user.username();
                Answer answer =
                        Calls.request(route, realm, username, user.password()).send();

                assertThat(answer.json().at(pointer).asText()).as(answer.body()).isEqualTo(value);
            }
        }
    }

    @Test
    void noFieldIsForgotten() {
        Set<String> tested = new TreeSet<>();
        fields().forEach(row -> tested.add((String) row.get()[0]));

        assertThat(tested).containsAll(Profiles.names(Profiles.shipped(), "attributes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            legacy_id|-1
            legacy_id|037
            legacy_id|1234567890123456
            legacy_id|ABCDEFGHIJ01234
            avatar|a/b.png
            avatar|a\\b.png
            created|2019-01-02
            created|2019-13-02 03:04:05.678Z
            updated|2019-01-02T03:04:05.678Z
            updated|yesterday
            emailVisibility|yes
            language|Deutsch!
            location.lat|90.1
            location.lat|-91
            location.lat|north
            location.lat|1e1
            location.lon|180.5
            location.lon|-180.1
            location.lon|+5
            location.lon|1,5
            unit|miles
            role|-1
            role|1.5
            role|007
            role|2147483648
            is_active|2
            is_active|true
            created_at|2019-01-32 03:04:05
            created_at|2019-01-02 24:00:00
            updated_at|02.01.2019 03:04:05
            redirect|two words""")
    void aValueThatTheOldAppCouldNotReadIsRefused(String field, String value) {
        assertRefused(field, value);
    }

    @ParameterizedTest
    @CsvSource({
        "legacy_username,255",
        "avatar,255",
        "language,10",
        "location.name,255",
        "token,2048",
        "code,255",
        "global_prefix,255",
        "api_token,2048",
        "contact_number,255",
        "business_name,255",
        "business_address,1000",
        "redirect,2048"
    })
    void aValueThatIsTooLongIsRefused(String field, int length) {
        String longest = field.equals("language") ? "en-" + "x".repeat(length - 3) : "x".repeat(length);
        try (TestUser user = realm.createUser("a password")) {
            assertThat(save(user, field, longest).status()).isEqualTo(204);
        }
        assertRefused(field, longest + "x");
    }

    private static void assertRefused(String field, String value) {
        try (TestUser user = realm.createUser("a password")) {
            Answer answer = save(user, field, value);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().findValuesAsText("field")).contains(field);
            assertThat(user.admin().toRepresentation().getAttributes())
                    .satisfiesAnyOf(
                            attributes -> assertThat(attributes).isNull(),
                            attributes -> assertThat(attributes).doesNotContainKey(field));
        }
    }

    /** What the console draws the user's page from. */
    @Test
    void thePageShowsThemInGroupsWithLabelsAndHelpTexts() {
        try (TestUser user = realm.createUser("a password")) {
            JsonNode page = Profiles.admin(Http.get(path(user) + "?userProfileMetadata=true"))
                    .json()
                    .path("userProfileMetadata");

            for (JsonNode attribute : Profiles.shipped().path("attributes")) {
                JsonNode shown = Profiles.named(
                        page, "attributes", attribute.path("name").textValue());
                for (String member : new String[] {"displayName", "group", "annotations"}) {
                    assertThat(shown.path(member)).isEqualTo(attribute.path(member));
                }
                assertThat(shown.path("readOnly").booleanValue()).isFalse();
                Set<String> validators = new TreeSet<>();
                attribute.path("validations").fieldNames().forEachRemaining(validators::add);
                assertThat(shown.path("validators").fieldNames()).toIterable().containsAll(validators);
            }
            for (JsonNode group : Profiles.shipped().path("groups")) {
                JsonNode shown =
                        Profiles.named(page, "groups", group.path("name").textValue());
                assertThat(shown.path("displayHeader")).isEqualTo(group.path("displayHeader"));
                assertThat(shown.path("displayDescription")).isEqualTo(group.path("displayDescription"));
            }
        }
    }

    /** As the console does: the whole user with the changed field. */
    private static Answer save(TestUser user, String field, String value) {
        ObjectNode page = (ObjectNode) Profiles.admin(Http.get(path(user) + "?userProfileMetadata=true"))
                .json();
        if (Set.of("username", "email", "firstName", "lastName").contains(field)) {
            page.put(field, value);
        } else {
            page.withObject("/attributes").putArray(field).add(value);
        }
        return Profiles.admin(Http.put(path(user)).json(page));
    }

    private static String path(TestUser user) {
        return "/admin/realms/" + realm.name() + "/users/" + user.id();
    }
}
