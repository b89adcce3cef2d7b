package dev.legacylogin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;

/** The legacy fields on a user's page. */
class LegacyFieldsIT {

    @Test
    void anEditedFieldIsInTheNextAnswer() {
        try (TestRealm realm = TestRealm.forManyLogins();
                TestUser user = realm.createUser("a password");
                Chromium chromium = new Chromium()) {
            JsonNode before = record(realm, user);
            assertThat(before.path("language").textValue()).isEmpty();
            assertThat(before.path("unit").textValue()).isEmpty();

            Console console = Console.open(chromium, realm);
            console.link("Users").link(user.username()).see("Legacy login, PocketBase");
            console.fill("Language", "cs").fill("Location, latitude", "91").button("Save");
            console.see("The user has not been saved").see("'location.lat' must be a number between -90 and 90.");
            assertThat(record(realm, user)).isEqualTo(before);

            console.fill("Location, latitude", "50.0755").fill("Location, longitude", "14.4378");
            console.fill("Location, name", "Praha")
                    .select("Unit of length", "metric")
                    .button("Save")
                    .see("The user has been saved");
            JsonNode after = record(realm, user);
            assertThat(after.path("language").textValue()).isEqualTo("cs");
            assertThat(after.path("unit").textValue()).isEqualTo("metric");
            assertThat(after.path("location").toString())
                    .isEqualTo("{\"lat\":50.0755,\"lon\":14.4378,\"name\":\"Praha\"}");

            console.reload()
                    .see("Legacy login, PocketBase")
                    .scrollTo("Location, name")
                    .screenshot("user");
        }
    }

    private static JsonNode record(TestRealm realm, TestUser user) {
        return Calls.right(Route.POCKETBASE, realm, user).send().json().path("record");
    }
}
