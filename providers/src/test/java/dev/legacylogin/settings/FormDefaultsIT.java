package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Clients;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where an import brings no settings, or unusable ones, the defaults count and every login works. */
class FormDefaultsIT {
    private static ArrayNode clients;

    @AutoClose
    private static TestRealm realm =
            TestRealm.forManyLogins(json -> clients = json.path("clients").deepCopy());

    /** What an import may bring as a form's config. */
    enum Config {
        ABSENT(form -> form.remove("config")),
        EMPTY(form -> form.putObject("config")),
        BLANK_VALUES(form -> all(form, "")),
        NULLS(form -> all(form, null)),
        BAD_VALUES(form -> all(form, "javascript:nonsense"));

        private final Consumer<ObjectNode> into;

        Config(Consumer<ObjectNode> into) {
            this.into = into;
        }

        private static void all(ObjectNode form, String value) {
            ObjectNode config = form.putObject("config");
            Stream.of(
                            "response",
                            "cookie",
                            "tokens",
                            "unknown.username",
                            "refresh.delivery",
                            "password.reset.redirect",
                            "claims",
                            "token.type",
                            "sunset",
                            "refuse.after.sunset")
                    .forEach(name -> config.put(name, value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultsCount(Config config) {
        importClients(config);
        TestUser user = realm.createUser("a password");

        Answer fusio = granted(Route.FUSIO, user);
        assertThat(fusio.json().fieldNames()).toIterable().containsExactly("token");

        Answer pocketbase = granted(Route.POCKETBASE, user);
        assertThat(pocketbase.headers("Set-Cookie")).isEmpty();

        granted(Route.NOMIC, user);

        Answer passport = granted(Route.PASSPORT, user);
        assertThat(passport.json().path("access_token").isObject()).isTrue();
        assertThat(passport.json().path("expires_in").isTextual()).isTrue();
        assertThat(passwordOf("nobody", Route.PASSPORT).body()).contains("The selected username is invalid.");

        Answer refresh = granted(Route.SPHINX_REFRESH, user);
        assertThat(refresh.body()).isEqualTo("{\"result\":{\"code\":0,\"desc\":\"Ok\"}}");
        assertThat(refresh.headers("Set-Cookie")).isEmpty();

        user.requiredActions("UPDATE_PASSWORD");
        assertThat(passwordOf(user.username(), Route.SPHINX).text("/redirect")).isEqualTo("pw/reset");
    }

    private static Answer granted(Route route, TestUser user) {
        return Answers.granted(route, Calls.right(route, realm, user));
    }

    private static Answer passwordOf(String username, Route route) {
        return Calls.request(route, realm, username, "a password").send();
    }

    /** As the console's partial import does it. */
    private static void importClients(Config config) {
        ArrayNode imported = clients.deepCopy();
        imported.forEach(client ->
                config.into.accept((ObjectNode) client.path("protocolMappers").path(0)));

        Answer answer = Answers.granted(Clients.partialImport(realm, "OVERWRITE", imported));

        assertThat(answer.json().path("overwritten").intValue()).isEqualTo(imported.size());
    }
}
