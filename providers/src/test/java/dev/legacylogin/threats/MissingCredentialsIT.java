package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Threat 5: a user name or password that is absent, empty, blank, null or of another type gets the shape's own 4xx; no
 * user is looked up, which would leave an event.
 */
@Tag("threat-5")
class MissingCredentialsIT {
    private static final List<String> NO_TEXT =
            Arrays.asList(null, "\"\"", "\"  \"", "null", "4711", "true", "[\"a\"]", "{\"a\":\"b\"}");

    private static final String NAME = "the name";
    private static final String PASSWORD = "the password";

    @AutoClose
    private static TestRealm realm = Login.realm(json -> {});

    @ParameterizedTest
    @FieldSource("dev.legacylogin.threats.Login#ALL")
    void isRefusedWithoutALookUp(Login login) {
        try (TestUser user = realm.createUser(Threats.RIGHT)) {
            for (String name : new String[] {user.username(), "nobody-of-this-name"}) {
                for (Answer answer : withoutPassword(login, name)) {
                    assertThat(answer.status()).as(answer.body()).isIn(400, 403, 422);
                    assertThat(answer.body())
                            .isEqualTo(withoutPassword(login, "another").get(0).body());
                }
            }
            for (Answer answer : withoutName(login)) {
                assertThat(answer.status()).as(answer.body()).isIn(400, 403, 422);
            }
            assertThat(realm.events())
                    .filteredOn(event -> login.clientId.equals(event.getClientId()))
                    .isEmpty();
            assertThat(user.failures()).isZero();
        }
    }

    private static List<Answer> withoutPassword(Login login, String name) {
        if (!login.route.readsBody()) {
            return List.of(login.send(realm, name, ""), login.send(realm, name, "  "));
        }
        return noTexts(login)
                .map(noText -> send(login, "\"" + name + "\"", noText))
                .toList();
    }

    private static List<Answer> withoutName(Login login) {
        if (!login.route.readsBody()) {
            return List.of(login.send(realm, "", Threats.RIGHT), login.send(realm, " ", Threats.RIGHT));
        }
        return noTexts(login)
                .map(noText -> send(login, noText, "\"" + Threats.RIGHT + "\""))
                .toList();
    }

    private static Stream<String> noTexts(Login login) {
        return NO_TEXT.stream().filter(noText -> !("4711".equals(noText) && login.route.takesNumbers()));
    }

    /** The name and the password as JSON, or null for none; a client is named whether the path asks for one or not. */
    private static Answer send(Login login, String name, String password) {
        ObjectNode body = Calls.body(login.route, NAME, PASSWORD);
        Map<String, String> texts = new HashMap<>();
        texts.put(NAME, name);
        texts.put(PASSWORD, password);
        body.properties().removeIf(member -> {
            String sent = member.getValue().textValue();
            return texts.containsKey(sent) && texts.get(sent) == null;
        });
        body.put("client_id", 2).put("client_secret", Login.SECRET).put("grant_type", "password");
        String json = body.toString();
        for (String text : texts.keySet()) {
            json = json.replace('"' + text + '"', String.valueOf(texts.get(text)));
        }
        return Http.post(realm.path(login.route.path())).json(json).send();
    }
}
