package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Clients;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

/** A form that could not work is refused with a message that an admin understands. */
class FormRefusedIT {
    @AutoClose
    private static TestRealm realm = TestRealm.copy();

    /** Of every switch and every choice. The labels are in the tests of each form. */
    static Stream<Arguments> badValues() {
        return Route.EACH_SHAPE.stream()
                .flatMap(route -> Forms.ownFields(route).stream()
                        .filter(field -> !field.getType().equals(ProviderConfigProperty.STRING_TYPE))
                        .map(field -> Arguments.of(
                                route,
                                field.getName(),
                                Messages.english(field.getLabel()) + " must be "
                                        + (field.getType().equals(ProviderConfigProperty.BOOLEAN_TYPE)
                                                ? "true or false"
                                                : "one of " + String.join(", ", field.getOptions())))));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void aValueThatIsNoChoice(Route route, String setting, String message) {
        var before = Forms.of(realm, route).getConfig();
        for (String value : new String[] {"nonsense", "DOCUMENTED", " documented", "documented,flat", "1"}) {
            assertRefused(Forms.change(realm, route, Map.of(setting, value)), message);
        }

        assertThat(Forms.of(realm, route).getConfig()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example",
                "ftp://example.org",
                "data:text/html,x",
                "a b",
                "<script>",
                "https://",
                "https:evil.example",
                "httpx:evil",
                "a\\nb",
                "a\\u00e4"
            })
    void aRedirectThatIsNoPathAndNoUrl(String value) {
        assertRefused(
                Forms.change(realm, Route.SPHINX, Map.of("password.reset.redirect", value)),
                "Password reset redirect must be a path such as pw/reset, or an http(s) URL");
    }

    static Stream<Arguments> badDates() {
        return Route.crossed(
                Route.EACH_SHAPE,
                List.of(
                        "31.01.2027",
                        "2027-1-31",
                        "2027-02-30",
                        "2024-12-31",
                        " 2027-01-31",
                        "2027-01-31T00:00:00Z",
                        "tomorrow",
                        "@1800000000"));
    }

    @ParameterizedTest
    @MethodSource("badDates")
    void aSunsetThatIsNoDate(Route route, String value) {
        assertRefused(
                Forms.change(realm, route, Map.of("sunset", value)),
                "Sunset must be a date such as 2027-01-31, not before 2025-01-01");
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void refusingWithoutASunset(Route route) {
        assertRefused(
                Forms.change(realm, route, Map.of("refuse.after.sunset", "true", "sunset", "")),
                "To refuse after the sunset, set the Sunset date");
        assertRefused(
                Forms.change(realm, route, Map.of("refuse.after.sunset", "perhaps", "sunset", "2027-01-31")),
                "Refuse after sunset must be true or false");
        Answer saved = Forms.change(realm, route, Map.of("refuse.after.sunset", "true", "sunset", "2027-01-31"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
        assertThat(Forms.change(realm, route, Map.of("refuse.after.sunset", "false", "sunset", ""))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pw/reset", "/account", "https://old.example.org/reset?a=b#c", "", "?reset"})
    void aRedirectThatIsOneIsSaved(String value) {
        Answer answer = Forms.change(realm, Route.SPHINX, Map.of("password.reset.redirect", value));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void aSecondFormOfTheSameShape(Route route) {
        assertRefused(Forms.add(realm, route, Map.of()), "This client has Legacy login: ", " already");
    }

    @Test
    void aFormOfAnotherShapeIsSaved() {
        String another = Forms.json("another shape", "nomic", Map.of());

        assertThat(Forms.post(Forms.clientPath(realm, "2"), another).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#EACH_SHAPE")
    void aFormOnAClientScope(Route route) {
        String scope = Clients.scopeId(realm, "profile");

        Answer answer = Forms.post(
                "/admin/realms/" + realm.name() + "/client-scopes/" + scope + "/protocol-mappers/models",
                Forms.json("form", route.shape(), Map.of()));

        assertRefused(answer, "Legacy login: ", " is switched on for a client, in its dedicated scope");
    }

    /** As a script may do it: the defaults count. */
    @Test
    void aFormWithoutAnySettingIsSaved() {
        Forms.remove(realm, Route.NOMIC);
        String form = Forms.json("without", "nomic", Map.of()).replace(",\"config\":{}", "");

        Answer answer = Forms.post(Forms.clientPath(realm, Route.NOMIC.clientId()), form);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(Forms.of(realm, Route.NOMIC).getConfig()).isEmpty();
    }

    @Test
    void severalAtOnceAreLookedAtOneByOne() {
        String second = Forms.json("a second one", "fusio", Map.of());
        String path = Forms.clientPath(realm, Route.FUSIO.clientId()).replace("/models", "/add-models");

        assertRefused(Forms.post(path, "[" + second + "]"), "This client has Legacy login: ", " already");
    }

    /** The console of 26.0 shows the error alone, later ones the description too. */
    private static void assertRefused(Answer answer, String... parts) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        String error = answer.text("/error");
        assertThat(error).contains(parts).doesNotContain("{", "legacyLogin");
        assertThat(answer.text("/error_description")).isEqualTo(error);
    }
}
