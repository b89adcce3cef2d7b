package dev.legacylogin.browser;

import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;

/** Who logs in by which old API, among the realm's events. */
class LoginEventsIT {

    @Test
    void theEventsOfAClientTellTheShape() {
        try (TestRealm realm = TestRealm.forManyLogins();
                TestUser user = realm.createUser("a password");
                Chromium chromium = new Chromium()) {
            Calls.right(Route.NOMIC, realm, user).send();
            Calls.right(Route.FUSIO, realm, user).send();
            Calls.wrong(Route.FUSIO, realm, user).send();

            Console console = Console.open(chromium, realm);
            console.link("Events").see("legacy-nomic").search("Client", "legacy-fusio");
            console.seeRows(
                    user.id() + "LOGIN_ERROR" + "127.0.0.1" + "legacy-fusio",
                    user.id() + "LOGIN" + "127.0.0.1" + "legacy-fusio");
            console.button("Details").see("legacy_login").see("invalid_user_credentials");
            console.screenshot("events");
        }
    }
}
