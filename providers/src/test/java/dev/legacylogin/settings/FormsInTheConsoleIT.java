package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Shapes;
import dev.legacylogin.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ConfigPropertyRepresentation;

/** What the admin console draws the settings forms from. */
class FormsInTheConsoleIT {
    private static final Map<String, String> ENGLISH = ConsoleForms.texts("en");

    @Test
    void thereIsOneForEachShape() {
        assertThat(ConsoleForms.all())
                .extractingFromEntries(
                        form -> form.getKey() + " | " + form.getValue().getCategory())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("described"), Shapes.ALL.stream().map(Shape::name))
                        .map(shape -> "legacy-login-" + shape + " | Legacy login")
                        .sorted()
                        .toList());
        assertThat(ConsoleForms.all().values())
                .allSatisfy(form -> assertThat(form.getName()).startsWith("Legacy login: "));
    }

    /** Key, label, type, default and options of each field. */
    @Test
    void eachHasItsFieldsAndThoseOfAll() {
        String forms = Shapes.ALL.stream()
                .map(Shape::name)
                .map(shape -> ConsoleForms.name(shape) + "\n"
                        + ConsoleForms.fields(shape).stream().collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining());

        assertThat(forms).isEqualTo("""
                Legacy login: Fusio /consumer/login
                response | Response | List | documented | [documented, extended]
                claims | Claims | List | keycloak | [keycloak, origin]
                sunset | Sunset | String |  | null
                refuse.after.sunset | Refuse after sunset | boolean | false | null
                Legacy login: PocketBase /auth/login
                cookie | Set the pb_auth cookie | boolean | false | null
                token.type | Token type | List | authRecord | [authRecord, auth]
                claims | Claims | List | origin | [origin, keycloak]
                sunset | Sunset | String |  | null
                refuse.after.sunset | Refuse after sunset | boolean | false | null
                Legacy login: NomicGameManager /api/auth/token
                claims | Claims | List | keycloak | [keycloak, origin]
                sunset | Sunset | String |  | null
                refuse.after.sunset | Refuse after sunset | boolean | false | null
                Legacy login: Laravel Passport /api/auth/login
                tokens | Tokens | List | documented | [documented, flat]
                unknown.username | Unknown username | List | documented | [documented, hidden]
                claims | Claims | List | keycloak | [keycloak, origin]
                sunset | Sunset | String |  | null
                refuse.after.sunset | Refuse after sunset | boolean | false | null
                Legacy login: sphinx /v1/api/auth
                refresh.delivery | Refresh delivery | List | headers | [headers, body, cookie]
                password.reset.redirect | Password reset redirect | String | pw/reset | null
                claims | Claims | List | keycloak | [keycloak, origin]
                sunset | Sunset | String |  | null
                refuse.after.sunset | Refuse after sunset | boolean | false | null
                """);
    }

    @Test
    void eachSaysWhatItSwitchesOn() {
        assertThat(ConsoleForms.all().values())
                .allSatisfy(form -> assertThat(form.getHelpText())
                        .startsWith("Lets this client ")
                        .contains(form.getName().replaceFirst("^[^/]*", ""))
                        .endsWith("."));
    }

    @Test
    void everyFieldExplainsItsChoices() {
        List<ConfigPropertyRepresentation> fields = ConsoleForms.all().values().stream()
                .flatMap(form -> form.getProperties().stream())
                .toList();

        assertThat(fields)
                .allSatisfy(
                        field -> assertThat(ENGLISH.get(field.getHelpText())).endsWith("."));
        assertThat(fields.stream().filter(field -> field.getOptions() != null))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(ENGLISH.get(field.getHelpText()))
                        .contains(field.getOptions().stream()
                                .map(option -> option + ": ")
                                .toList()));
    }

    /** Nobody has translated the texts yet, and a key means nothing to an admin. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "pt-BR", "ja"})
    void otherLanguagesHaveTheEnglishTexts(String language) {
        Map<String, String> texts = ConsoleForms.texts(language);

        assertThat(ConsoleForms.all().values().stream()
                        .flatMap(form -> form.getProperties().stream())
                        .flatMap(field -> Stream.of(field.getLabel(), field.getHelpText())))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(texts.get(key)).isNotNull().isEqualTo(ENGLISH.get(key)));
    }

    @Test
    void noneHasATokenFunction() {
        assertThat(ConsoleForms.all().values().stream()
                        .flatMap(form -> form.getProperties().stream())
                        .map(ConfigPropertyRepresentation::getName))
                .noneMatch(name -> name.endsWith(".token.claim") || name.startsWith("claim."));
    }
}
