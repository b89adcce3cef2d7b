package dev.legacylogin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;

/** A shape's form, filled in by an admin. */
class SettingsFormIT {

    @Test
    void aBadValueIsRefusedAndAGoodOneCounts() {
        try (TestRealm realm = TestRealm.forManyLogins();
                TestUser user = realm.createUser("a password");
                Chromium chromium = new Chromium()) {
            assertThat(refresh(realm, user).body()).isEqualTo("{\"result\":{\"code\":0,\"desc\":\"Ok\"}}");

            Console console = Console.open(chromium, realm);
            console.link("Clients").link("legacy-sphinx").tab("Client scopes").link("legacy-sphinx-dedicated");
            console.link("Legacy login").select("Refresh delivery", "body").fill("Sunset", "tomorrow");
            console.button("Save").see("Sunset must be a date such as 2027-01-31, not before 2025-01-01");
            assertThat(refresh(realm, user).body()).isEqualTo("{\"result\":{\"code\":0,\"desc\":\"Ok\"}}");

            console.fill("Sunset", "2037-01-31").button("Save").see("Mapping successfully updated");
            Answer refreshed = refresh(realm, user);
            assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
            assertThat(refreshed.json().path("result").fieldNames())
                    .toIterable()
                    .startsWith("code", "desc")
                    .contains("access_token", "refresh_token");
            assertThat(refreshed.header("Sunset")).contains("Sat, 31 Jan 2037 00:00:00 GMT");

            console.reload().see("Refuse after sunset").screenshot("form");
        }
    }

    private static Answer refresh(TestRealm realm, TestUser user) {
        return Calls.right(Route.SPHINX_REFRESH, realm, user).send();
    }
}
