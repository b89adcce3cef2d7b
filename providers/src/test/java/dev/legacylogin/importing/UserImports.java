package dev.legacylogin.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keycloak.admin.client.resource.UserProfileResource;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Imports of users as an admin sends them. */
public final class UserImports {
    /** How {@code TABLE}'s columns are told. */
    public static final String COLUMNS =
            "from=columns&map.username=name&map.password=hash&map.email=mail&map.first_name=first"
                    + "&map.last_name=last&map.id=id";

    /** The header of the test's own tables. */
    public static final String HEADER = "id,name,mail,first,last,hash\n";

    /** bcrypt of {@link #PASSWORD}, from the tests of crypt_blowfish. */
    public static final String HASH = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    public static final String PASSWORD = "U*U";

    private UserImports() {}

    /** A copy of the demo realm without its users. */
    public static TestRealm emptyRealm() {
        return TestRealm.forManyLogins(realm -> realm.remove("users"));
    }

    /** The same, whose user profile demands of nobody what the old systems do not have. */
    public static TestRealm realmWithOptionalNames() {
        TestRealm realm = emptyRealm();
        UserProfileResource profile = realm.admin().users().userProfile();
        UPConfig config = profile.getConfiguration();
        Set.of("email", "firstName", "lastName")
                .forEach(name -> config.getAttribute(name).setRequired(null));
        profile.update(config);
        return realm;
    }

    public static String path(TestRealm realm, String query) {
        return "/admin/realms/" + realm.name() + "/legacy-login/users?" + query;
    }

    /** A request with an admin's token. */
    public static Http request(String method, TestRealm realm, String query) {
        return Http.request(method, path(realm, query))
                .patient()
                .bearer(Admin.client().tokenManager().grantToken().getToken());
    }

    /** Imports a table of the form of {@link #HEADER}. */
    public static Answer csv(TestRealm realm, boolean dryRun, String rows) {
        return csv(realm, COLUMNS + "&dry-run=" + dryRun, HEADER + rows);
    }

    /** Imports any CSV. */
    public static Answer csv(TestRealm realm, String query, String csv) {
        return request("POST", realm, query)
                .header("Content-Type", "text/csv")
                .body(csv)
                .send();
    }

    /** A good row of {@link #HEADER}. */
    public static String row(int id, String name) {
        return id + "," + name + "," + name + "@example.com,First,Last," + HASH + "\n";
    }

    /** Good rows of users who are called by their ids: {@code user1} and so on. */
    public static String rows(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> row(id, "user" + id))
                .collect(Collectors.joining());
    }

    /** The user of this name. */
    public static UserRepresentation user(TestRealm realm, String name) {
        return realm.admin().users().searchByUsername(name, true).get(0);
    }

    /** The documents of an answer, one a line: those of the rows, and the summary. */
    public static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers("Content-Type")).containsExactly("application/x-ndjson");
        assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
        return answer.body().lines().<JsonNode>map(Texts::json).toList();
    }

    /** The last line, whose {@code seconds} are a number. */
    public static JsonNode summary(Answer answer) {
        List<JsonNode> lines = lines(answer);
        JsonNode summary = lines.get(lines.size() - 1).path("summary");
        assertThat(summary.path("seconds").isNumber()).as(answer.body()).isTrue();
        assertThat(summary.path("import").textValue())
                .isEqualTo(answer.headers().firstValue("Legacy-Login-Import").orElseThrow());
        return summary;
    }

    /** The summary's figures: rows, created, exists, refused. */
    public static List<Integer> figures(Answer answer) {
        JsonNode summary = summary(answer);
        return List.of(
                summary.path("rows").intValue(),
                summary.path("created").intValue(),
                summary.path("exists").intValue(),
                summary.path("refused").intValue());
    }

    /** An answer that is one document. */
    public static void assertJson(Answer answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers("Content-Type")).containsExactly("application/json");
    }
}
