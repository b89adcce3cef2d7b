package dev.legacylogin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Expect;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who knows Keycloak but not this project switches an API on that is not built in, by the README alone. */
class DescribedApiIT {
    private static final String CLIENT = "old-app";

    /** The form is the README's last bold word of its own section, and the way to it that of the built-in ones. */
    @Test
    @Timeout(300) // seconds
    void aPresetAndThenADescriptionOfOnesOwn() {
        Readme readme = new Readme("Switch one on in the console");
        Readme own = new Readme("Your API is not among them");
        try (TestRealm realm = TestRealm.fresh();
                Chromium chromium = new Chromium();
                TestUser user = realm.createUser("a password")) {
            Console console = Console.open(chromium, realm);
            console.link(readme.says("Clients")).link(readme.says("Create client"));
            console.fill(readme.says("Client ID"), CLIENT).button(readme.says("Next"));
            console.on(readme.says("Client authentication")).on(readme.says("Direct access grants"));
            console.button(readme.says("Next")).button(readme.says("Save"));
            console.tab(readme.says("Client scopes"));
            console.link(readme.says("legacy-fusio-dedicated").replace("legacy-fusio", CLIENT));
            console.button(readme.says("Configure a new mapper"));
            console.choose(own.says("Legacy login: another API"));
            own.hasBeenFollowed();
            readme.says("Legacy login: Fusio /consumer/login");
            console.fill(readme.says("Name"), "Legacy login").select("API", "simplejwt");
            console.button(readme.says("Save")).see("Mapping successfully created");
            Answer login = post(realm, "/api/token/", user);
            Expect.json(login, 200, "{\"refresh\":\"<Refresh old-app>\",\"access\":\"<Bearer old-app>\"}");
            Answers.assertProtected(login);

            console.link("Clients").link(CLIENT).tab("Client scopes").link(CLIENT + "-dedicated");
            console.link("Legacy login").select("API", "described");
            console.fill("Description", description("{usr.id}")).button("Save");
            console.see("Description, endpoints[0].success.body.token: no such value \"usr.id\"; known are");
            assertThat(post(realm, "/api/token/", user).status()).isEqualTo(200);

            console.fill("Description", description("{access_token}")).button("Save");
            console.see("Mapping successfully updated");
            Expect.json(post(realm, "/my/login", user), 200, "{\"token\":\"<Bearer old-app>\"}");
            assertThat(post(realm, "/api/token/", user).status()).isEqualTo(404);

            console.reload().see("Refuse after sunset").screenshot("described");
        }
    }

    private static String description(String token) {
        return """
                {
                  "endpoints": [
                    {"operation": "login", "path": "/my/login", "success": {"body": {"token": "%s"}}}
                  ]
                }
                """.formatted(token);
    }

    private static Answer post(TestRealm realm, String path, TestUser user) {
        return Http.post(realm.path("/legacy-login/clients/" + CLIENT + path))
                .json("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user.username(), user.password()))
                .send();
    }
}
