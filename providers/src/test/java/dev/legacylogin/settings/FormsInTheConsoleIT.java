package dev.legacylogin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ConfigPropertyRepresentation;
import org.keycloak.representations.idm.ProtocolMapperTypeRepresentation;

/** What the admin console draws the settings forms from. */
class FormsInTheConsoleIT {
    private static final Map<String, String> ENGLISH = texts("en");

    @Test
    void thereIsOneForEachShape() {
        assertThat(forms())
                .extractingFromEntries(form -> form.getKey() + " | "
                        + form.getValue().getName() + " | " + form.getValue().getCategory())
                .containsExactly(
                        "legacy-login-fusio | Legacy login: Fusio /consumer/login | Legacy login",
                        "legacy-login-nomic | Legacy login: NomicGameManager /api/auth/token | Legacy login",
                        "legacy-login-passport | Legacy login: Laravel Passport /api/auth/login | Legacy login",
                        "legacy-login-pocketbase | Legacy login: PocketBase /auth/login | Legacy login",
                        "legacy-login-sphinx | Legacy login: sphinx /v1/api/auth | Legacy login");
    }

    @Test
    void theirFieldsHaveTypesDefaultsAndOptions() {
        assertThat(forms().values().stream()
                        .flatMap(form -> form.getProperties().stream().map(field -> form.getId() + " " + text(field))))
                .containsExactly(
                        "legacy-login-fusio response | Response | List | documented | [documented, extended]",
                        "legacy-login-fusio sunset | Sunset | String |  | null",
                        "legacy-login-fusio refuse.after.sunset | Refuse after sunset | boolean | false | null",
                        "legacy-login-nomic sunset | Sunset | String |  | null",
                        "legacy-login-nomic refuse.after.sunset | Refuse after sunset | boolean | false | null",
                        "legacy-login-passport tokens | Tokens | List | documented | [documented, flat]",
                        "legacy-login-passport unknown.username | Unknown username | List | documented | [documented, hidden]",
                        "legacy-login-passport sunset | Sunset | String |  | null",
                        "legacy-login-passport refuse.after.sunset | Refuse after sunset | boolean | false | null",
                        "legacy-login-pocketbase cookie | Set the pb_auth cookie | boolean | false | null",
                        "legacy-login-pocketbase sunset | Sunset | String |  | null",
                        "legacy-login-pocketbase refuse.after.sunset | Refuse after sunset | boolean | false | null",
                        "legacy-login-sphinx refresh.delivery | Refresh delivery | List | headers | [headers, body, cookie]",
                        "legacy-login-sphinx password.reset.redirect | Password reset redirect | String | pw/reset | null",
                        "legacy-login-sphinx sunset | Sunset | String |  | null",
                        "legacy-login-sphinx refuse.after.sunset | Refuse after sunset | boolean | false | null");
    }

    @Test
    void eachSaysWhatItSwitchesOn() {
        assertThat(forms().values())
                .allSatisfy(form -> assertThat(form.getHelpText())
                        .startsWith("Lets this client ")
                        .contains(form.getName().substring(form.getName().indexOf('/')))
                        .endsWith("."));
    }

    @Test
    void everyFieldExplainsItsChoices() {
        List<ConfigPropertyRepresentation> fields = forms().values().stream()
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
        Map<String, String> texts = texts(language);

        assertThat(forms().values().stream()
                        .flatMap(form -> form.getProperties().stream())
                        .flatMap(field -> Stream.of(field.getLabel(), field.getHelpText())))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(texts.get(key)).isNotNull().isEqualTo(ENGLISH.get(key)));
    }

    @Test
    void noneHasATokenFunction() {
        assertThat(forms().values().stream()
                        .flatMap(form -> form.getProperties().stream())
                        .map(ConfigPropertyRepresentation::getName))
                .noneMatch(name -> name.endsWith(".token.claim") || name.startsWith("claim."));
    }

    private static String text(ConfigPropertyRepresentation field) {
        return "%s | %s | %s | %s | %s"
                .formatted(
                        field.getName(),
                        ENGLISH.get(field.getLabel()),
                        field.getType(),
                        field.getDefaultValue(),
                        Objects.toString(field.getOptions()));
    }

    /** What the console shows for its message keys. */
    private static Map<String, String> texts(String language) {
        Answer answer = Http.get("/resources/master/admin/" + language).send();
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .collect(Collectors.toMap(
                        text -> text.path("key").textValue(),
                        text -> text.path("value").textValue()));
    }

    private static Map<String, ProtocolMapperTypeRepresentation> forms() {
        return Admin.client().serverInfo().getInfo().getProtocolMapperTypes().get("openid-connect").stream()
                .filter(type -> type.getId().startsWith("legacy-login-"))
                .collect(Collectors.toMap(
                        ProtocolMapperTypeRepresentation::getId, type -> type, (a, b) -> a, TreeMap::new));
    }
}
