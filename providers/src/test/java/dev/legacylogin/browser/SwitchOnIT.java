package dev.legacylogin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who knows Keycloak but not this project switches a shape on in a fresh realm, by the README alone. */
class SwitchOnIT {

    @Test
    @Timeout(300) // seconds; the promise is five minutes
    void byTheReadmesSteps() {
        Readme readme = new Readme("Switch one on in the console");
        try (TestRealm realm = TestRealm.fresh();
                Chromium chromium = new Chromium();
                TestUser user = realm.createUser("a password")) {
            assertThat(Calls.right(Route.FUSIO, realm, user).send().status()).isEqualTo(404);

            Console console = Console.open(chromium, realm);
            console.link(readme.says("Clients")).link(readme.says("Create client"));
            console.fill(readme.says("Client ID"), "legacy-fusio").button(readme.says("Next"));
            console.on(readme.says("Client authentication")).on(readme.says("Direct access grants"));
            console.button(readme.says("Next")).button(readme.says("Save"));
            console.tab(readme.says("Client scopes")).link(readme.says("legacy-fusio-dedicated"));
            console.button(readme.says("Configure a new mapper"));
            console.choose(readme.says("Legacy login: Fusio /consumer/login"));
            console.fill(readme.says("Name"), "Legacy login").button(readme.says("Save"));
            console.see("Mapping successfully created");
            Answer answer = Answers.granted(Calls.right(Route.FUSIO, realm, user));
            assertThat(answer.json().fieldNames()).toIterable().containsExactly("token");
            Answers.assertProtected(answer);

            console.link(readme.says("Realm settings")).tab(readme.says("Events"));
            console.tab(readme.says("User events settings"));
            console.see("Login error"); // until the settings are there, which turn a switch back
            console.on(readme.says("Save events")).button(readme.says("Save")).see("Successfully saved configuration");
            Calls.right(Route.FUSIO, realm, user).send();
            assertThat(user.events()).extracting("type", "clientId").containsExactly(tuple("LOGIN", "legacy-fusio"));

            readme.hasBeenFollowed();
        }
    }
}
