package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Await;
import dev.legacylogin.Calls;
import dev.legacylogin.Route;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Users come along from each of the old systems, with the passwords that they have, and log in at their old API: at once,
 * and again after Keycloak has hashed the password anew.
 */
class OriginSamplesIT {
    /** An export, as CSV and as JSON, and who of it logs in and who does not. */
    enum Export {
        FUSIO(
                "fusio/fusio_user-impl1.0",
                "from=fusio",
                List.of("alice.w", "Corn-Flakes-7", "Bob_M", "pässwörd€9", "Administrator", "Adm1n!strator"),
                List.of("not-activated", "Disabled-1", "gone", "Deleted-1", "octo.cat", ""),
                List.of(6, 6, 0, 0)),
        POCKETBASE(
                "pocketbase/users-v0.22",
                "from=pocketbase",
                List.of(
                        "trailrunner",
                        "hike-the-alps-1",
                        "users48213",
                        "no-mail-8chars",
                        "Old.Timer",
                        "from-v0.15-cost13",
                        "trail@example.com",
                        "hike-the-alps-1"),
                List.of(),
                List.of(3, 3, 0, 0)),
        NOMIC(
                "nomic/user_credential",
                "from=nomic",
                List.of("TestUser", "password", "cincinnatus-5", "Plough&Sword", "Sam_Gamgee", "pö-tä-töes"),
                List.of(),
                List.of(3, 3, 0, 0)),
        PASSPORT(
                "passport/users",
                "from=passport&zone=Asia/Manila",
                List.of("RooseveltSmitham", "secret", "mysusername", "abcd1234", "admin", "Ñandú-2019"),
                List.of("mysusername", "staff-pass-1"),
                List.of(4, 3, 0, 1)),
        SPHINX(
                "sphinx/users-INVENTED",
                "from=columns&map.username=identifier&map.password=password&map.attribute.roles=role",
                List.of("worker001", "111111", "testuser", "Initial#1"),
                List.of(),
                List.of(2, 2, 0, 0));

        private final String file;
        private final String query;
        private final List<String> in;
        private final List<String> out;
        private final List<Integer> figures;

        Export(String file, String query, List<String> in, List<String> out, List<Integer> figures) {
            this.file = file;
            this.query = query;
            this.in = in;
            this.out = out;
            this.figures = figures;
        }

        private Route route() {
            return Route.valueOf(name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void usersLogInAtTheirOldApi(Export export) {
        try (TestRealm realm = UserImports.realmWithOptionalNames()) {
            Answer dry = send(realm, export, ".json", "application/json", true);
            Answer answer = send(realm, export, ".csv", "text/csv", false);

            assertThat(UserImports.figures(dry)).as(dry.body()).isEqualTo(export.figures);
            assertThat(UserImports.figures(answer)).as(answer.body()).isEqualTo(export.figures);
            pairs(export.in, (name, password) -> assertLogsIn(realm, export, name, password));
            Await.until(() -> nobodyHasAnOldHash(realm, export));
            pairs(export.in, (name, password) -> assertLogsIn(realm, export, name, password));
            pairs(
                    export.in,
                    (name, password) -> assertThat(
                                    login(realm, export, name, password + "x").status())
                            .as(name)
                            .isGreaterThanOrEqualTo(400));
            pairs(
                    export.out,
                    (name, password) -> assertThat(
                                    login(realm, export, name, password).status())
                            .as(name)
                            .isGreaterThanOrEqualTo(400));
        }
    }

    private static void assertLogsIn(TestRealm realm, Export export, String name, String password) {
        Answer answer = login(realm, export, name, password);
        assertThat(answer.status()).as(name + ": " + answer).isEqualTo(200);
        Answers.assertGranted(export.route(), answer);
    }

    private static Answer login(TestRealm realm, Export export, String name, String password) {
        return Calls.request(export.route(), realm, name, password)
                .undocumented()
                .send();
    }

    /** Of those who have logged in. */
    private static boolean nobodyHasAnOldHash(TestRealm realm, Export export) {
        List<String> algorithms = new ArrayList<>();
        pairs(export.in, (name, password) -> {
            if (!name.contains("@")) {
                UserRepresentation user = UserImports.user(realm, name);
                CredentialRepresentation credential =
                        realm.admin().users().get(user.getId()).credentials().get(0);
                algorithms.add(credential.getCredentialData());
            }
        });
        return algorithms.stream().allMatch(data -> data.contains("pbkdf2-sha256"));
    }

    private static Answer send(TestRealm realm, Export export, String extension, String type, boolean dryRun) {
        return UserImports.request("POST", realm, export.query + "&dry-run=" + dryRun)
                .header("Content-Type", type)
                .body(Texts.resource(OriginSamplesIT.class, export.file + extension))
                .send();
    }

    private static void pairs(List<String> all, BiConsumer<String, String> each) {
        for (int i = 0; i < all.size(); i += 2) {
            each.accept(all.get(i), all.get(i + 1));
        }
    }

    /** What the old API told of a user, it tells again. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"POCKETBASE", "PASSPORT"})
    void answersHaveTheUsersOldFields(Export export) {
        try (TestRealm realm = UserImports.realmWithOptionalNames()) {
            send(realm, export, ".csv", "text/csv", false);

            JsonNode answer =
                    login(realm, export, export.in.get(0), export.in.get(1)).json();

            JsonNode user = Stream.of("record", "logged_in_user")
                    .map(answer::path)
                    .filter(JsonNode::isObject)
                    .findFirst()
                    .orElseThrow();
            assertThat(user.toString()).isEqualTo(export == Export.POCKETBASE ? """
                            {"avatar":"portrait_a1b2c3d4e5.jpg","collectionId":"_pb_users_auth_","collectionName":"users",\
                            "created":"2024-01-26 15:05:23.262Z","email":"trail@example.com","emailVisibility":false,\
                            "id":"8kq1v0z3m5n7p9r","language":"de","location":{"lat":47.26,"lon":11.39,"name":"Innsbruck"},\
                            "token":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.x","unit":"metric",\
                            "updated":"2024-03-01 07:00:00.001Z","username":"trailrunner","verified":true}""" : """
                            {"id":37,"code":null,"global_prefix":null,"role":1,"username":"RooseveltSmitham",\
                            "email":"zion70@example.org","api_token":null,"first_name":"Larissa","last_name":"Keebler",\
                            "contact_number":null,"business_name":null,"business_address":null,"is_active":1,\
                            "created_at":"2019-05-03 13:20:29","updated_at":"2019-05-03 13:37:53"}""");
        }
    }
}
