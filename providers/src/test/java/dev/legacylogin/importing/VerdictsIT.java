package dev.legacylogin.importing;

import static dev.legacylogin.importing.UserImports.HASH;
import static dev.legacylogin.importing.UserImports.PASSWORD;
import static dev.legacylogin.importing.UserImports.csv;
import static dev.legacylogin.importing.UserImports.figures;
import static dev.legacylogin.importing.UserImports.lines;
import static dev.legacylogin.importing.UserImports.row;
import static dev.legacylogin.importing.UserImports.summary;
import static dev.legacylogin.importing.UserImports.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** What an import tells of each row, and what it creates. */
class VerdictsIT {
    @AutoClose
    private final TestRealm realm = UserImports.emptyRealm();

    /** Each of these is refused, and nothing else: the rows around them log in. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry(
                    "2,ab,ab@example.com,A,B," + HASH,
                    "username: Attribute username must have a length between 3 and 255."),
            Map.entry("2,mail,no address,A,B," + HASH, "email: Invalid email address."),
            Map.entry("2,names,names@example.com,<b>,B," + HASH, "firstName: firstName contains invalid character."),
            Map.entry("2,FIRST,other@example.com,A,B," + HASH, "username: Row 1 of this file has it too."),
            Map.entry("2,mails,FIRST@example.com,A,B," + HASH, "email: Row 1 of this file has it too."),
            Map.entry("2,taken,TAKEN@example.org,A,B," + HASH, "email: Another user has it."));

    @Test
    void badRowsAreToldAndGoodOnesLogIn() {
        try (TestUser taken = realm.createUser("a password")) {
            int at = 0;
            for (Map.Entry<String, String> bad : REFUSED.entrySet()) {
                String first = "first" + at++;
                String row = bad.getKey()
                        .replace("FIRST", first.toUpperCase(Locale.ROOT))
                        .replace("TAKEN@example.org", taken.username().toUpperCase(Locale.ROOT) + "@example.org");
                String last = "last" + at;

                Answer answer = csv(realm, false, row(1, first) + row + "\n" + row(3, last));

                JsonNode refused = lines(answer).get(1);
                assertThat(refused.path("field").textValue() + ": "
                                + refused.path("reason").textValue())
                        .isEqualTo(bad.getValue());
                assertThat(refused.path("row").intValue()).isEqualTo(2);
                assertThat(figures(answer)).as(answer.body()).containsExactly(3, 2, 0, 1);
                assertLogsIn(first);
                assertLogsIn(last);
            }
        }
    }

    @Test
    void dryRunTellsTheSameAndWritesNothing() {
        String rows = row(1, "first") + row(2, "a") + row(3, "First") + row(4, "fourth");

        Answer dry = csv(realm, true, rows);
        assertThat(realm.admin().users().count()).isZero();
        Answer wet = csv(realm, false, rows);

        assertThat(withoutSummary(dry)).isEqualTo(withoutSummary(wet)).hasSize(4);
        assertThat(figures(dry)).isEqualTo(figures(wet)).containsExactly(4, 2, 0, 2);
        assertThat(realm.admin().users().count()).isEqualTo(2);
    }

    private static List<JsonNode> withoutSummary(Answer answer) {
        List<JsonNode> lines = new ArrayList<>(lines(answer));
        lines.remove(lines.size() - 1);
        return lines;
    }

    @Test
    void answerIsADocumentForEachRowAndTheSummary() {
        Answer answer = csv(realm, false, row(1, "Alice") + "2,bob,bob@example.com,Bob,B,\n");

        String id = summary(answer).path("import").textValue();
        assertThat(answer.body().replaceAll("\"seconds\":[0-9.]+", "\"seconds\":0"))
                .isEqualTo("""
                        {"row":1,"username":"Alice","verdict":"created","hash":"bcrypt"}
                        {"row":2,"username":"bob","verdict":"created"}
                        {"summary":{"import":"%s","rows":2,"created":2,"exists":0,"refused":0,"hashes":{"bcrypt":1},\
                        "warnings":{"WITHOUT_PASSWORD":{"users":1,"action":"Have no password in the file: they need a new \
                        one before they can log in."}},"seconds":0}}
                        """.formatted(id));
    }

    @Test
    void userIsAsTheRowSays() {
        csv(realm, false, row(7, "Alice"));

        UserRepresentation user = user(realm, "alice");
        assertThat(user.getUsername()).isEqualTo("alice");
        assertThat(user.getEmail()).isEqualTo("alice@example.com");
        assertThat(user.getFirstName()).isEqualTo("First");
        assertThat(user.getLastName()).isEqualTo("Last");
        assertThat(user.isEnabled()).isTrue();
        assertThat(user.isEmailVerified()).isFalse();
        assertThat(user.getRequiredActions()).isEmpty();
        assertThat(user.firstAttribute("legacy_id")).isEqualTo("7");
        assertThat(user.firstAttribute("legacy_username")).isEqualTo("Alice");
        assertThat(realm.admin().users().get(user.getId()).roles().getAll().getRealmMappings())
                .isNull();
        assertThat(realm.admin().users().get(user.getId()).groups()).isEmpty();
    }

    @Test
    void existingUserStaysAsHeIs() {
        try (TestUser user = realm.createUser("a password")) {
            Answer answer = csv(realm, false, row(1, user.username().toUpperCase(Locale.ROOT)));

            assertThat(figures(answer)).containsExactly(1, 0, 1, 0);
            assertThat(lines(answer).get(0).path("verdict").textValue()).isEqualTo("exists");
            assertThat(OwnTokenEndpoint.of(realm, "legacy-fusio").password(user).status())
                    .isEqualTo(200);
            assertThat(user.admin().toRepresentation().firstAttribute("legacy_id"))
                    .isNull();
        }
    }

    @Test
    void warnsOfUsersWhoWillBeRefused() {
        Answer answer =
                csv(realm, true, "1,noname,noname@example.com,,," + HASH + "\n" + row(2, "good") + row(2, "twice"));

        assertThat(summary(answer)
                        .path("warnings")
                        .path("SAME_PERSON")
                        .path("users")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void countsWhatTheProfileDropsAndDemands() {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.getAttributes().removeIf(attribute -> attribute.getName().equals("legacy_id"));
        profile.setUnmanagedAttributePolicy(null);
        realm.admin().users().userProfile().update(profile);

        Answer answer = csv(realm, true, row(1, "alice") + "2,bob,bob@example.com,Bob,," + HASH + "\n");

        JsonNode warnings = summary(answer).path("warnings");
        assertThat(warnings.path("ATTRIBUTES_DROPPED").path("users").intValue()).isEqualTo(2);
        assertThat(warnings.path("PROFILE_INCOMPLETE").path("users").intValue())
                .isEqualTo(profile.getAttribute("lastName").getRequired() == null ? 0 : 1);
    }

    @Test
    void oneAdminEventHasTheFiguresAndNothingOfTheUsers() {
        realm.change(settings -> {
            settings.setAdminEventsEnabled(true);
            settings.setAdminEventsDetailsEnabled(true);
        });
        realm.admin().clearAdminEvents();

        csv(realm, true, row(1, "alice"));
        Answer answer = csv(realm, false, row(1, "alice") + row(2, "bob"));

        List<AdminEventRepresentation> events = realm.admin().getAdminEvents();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getOperationType()).isEqualTo("CREATE");
        assertThat(events.get(0).getResourceType()).isEqualTo("USER");
        assertThat(events.get(0).getResourcePath()).isEqualTo("legacy-login/users");
        assertThat(events.get(0).getRepresentation())
                .contains("\"import\":\"" + summary(answer).path("import").textValue() + "\"", "\"created\":2")
                .doesNotContain("alice", "example.com", HASH);
    }

    @Test
    void textIsForPeople() {
        Answer answer = UserImports.request("POST", realm, UserImports.COLUMNS + "&dry-run=true")
                .header("Content-Type", "text/csv")
                .header("Accept", "text/plain")
                .body(UserImports.HEADER + row(1, "alice") + row(2, "a\u001b[31m") + row(3, "al"))
                .send();

        assertThat(answer.headers("Content-Type")).containsExactly("text/plain;charset=UTF-8");
        assertThat(answer.body())
                .contains("row 3 (al), username: Attribute username must have a length between 3 and 255.\n")
                .containsPattern("(?m)^rows +3$")
                .containsPattern("(?m)^hash bcrypt +1$")
                .doesNotContain("\u001b");
    }

    private void assertLogsIn(String name) {
        Answers.granted(Calls.request(Route.FUSIO, realm, name, PASSWORD));
    }
}
