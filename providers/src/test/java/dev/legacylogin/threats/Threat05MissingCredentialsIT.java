package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Threat 5: a user name or password that is absent, empty, blank, null or of another type gets the shape's own 4xx; no
 * user is looked up, which would leave an event.
 */
class Threat05MissingCredentialsIT {
    private static final List<String> NO_TEXT =
            Arrays.asList(null, "\"\"", "\"  \"", "null", "4711", "true", "[\"a\"]", "{\"a\":\"b\"}");
    /** Laravel takes a number for its digits. */
    private static final Set<Login> NUMBERS = EnumSet.of(Login.PASSPORT, Login.PASSPORT_TOKEN);

    private static TestRealm realm;

    @BeforeAll
    static void createRealm() {
        realm = Login.realm(json -> {});
    }

    @AfterAll
    static void deleteRealm() {
        realm.close();
    }

    @ParameterizedTest
    @EnumSource
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
            assertThat(Threats.failures(user)).isZero();
        }
    }

    private static List<Answer> withoutPassword(Login login, String name) {
        if (login == Login.NOMIC) {
            return List.of(login.send(realm, name, ""), login.send(realm, name, "  "));
        }
        List<Answer> answers = new ArrayList<>();
        for (String noText : noTexts(login)) {
            answers.add(send(login, "\"" + name + "\"", noText));
        }
        return answers;
    }

    private static List<Answer> withoutName(Login login) {
        if (login == Login.NOMIC) {
            return List.of(login.send(realm, "", Threats.RIGHT), login.send(realm, " ", Threats.RIGHT));
        }
        List<Answer> answers = new ArrayList<>();
        for (String noText : noTexts(login)) {
            answers.add(send(login, noText, "\"" + Threats.RIGHT + "\""));
        }
        return answers;
    }

    private static List<String> noTexts(Login login) {
        List<String> noTexts = new ArrayList<>(NO_TEXT);
        noTexts.removeIf(noText -> "4711".equals(noText) && NUMBERS.contains(login));
        return noTexts;
    }

    private static Answer send(Login login, String name, String password) {
        String members = (name == null ? "" : ",\"" + (login == Login.SPHINX ? "user" : "username") + "\":" + name)
                + (password == null ? "" : ",\"password\":" + password);
        String path = switch (login) {
            case FUSIO -> "/consumer/login";
            case POCKETBASE -> "/auth/login";
            case NOMIC -> "/api/auth/token";
            case PASSPORT -> "/api/auth/login";
            case PASSPORT_TOKEN -> "/oauth/token";
            case SPHINX -> "/v1/api/auth/login";
        };
        return Http.post(realm.path(path))
                .json("{\"client_id\":2,\"client_secret\":\"" + Login.SECRET + "\",\"grant_type\":\"password\""
                        + members + "}")
                .send();
    }
}
