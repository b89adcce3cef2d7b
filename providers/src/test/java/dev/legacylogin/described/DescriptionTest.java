package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.legacylogin.http.Json;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What is wrong with a description is told with its place, and what would be right. */
class DescriptionTest {
    private static final String ANOTHER = "another endpoint has this method and path;"
            + " several may have them if those in front have a \"requires\" of their own";
    private static final List<String> PRESETS = Presets.NAMES;

    @ParameterizedTest
    @FieldSource("PRESETS")
    void presetsHaveNoMistakes(String name) {
        assertThat(Description.of(Presets.text(name)).mistakes()).isEmpty();
        assertThat(Description.of(Presets.text(name)).endpoints()).isNotEmpty();
    }

    @Test
    void tenLinesAreEnough() {
        assertThat(Description.of("""
                        {"endpoints": [{
                          "operation": "login",
                          "path": "/login",
                          "success": {"body": {"token": "{access_token}"}},
                          "errors": {"credentials": {"body": {"error": "Wrong name or password"}}}
                        }]}
                        """).isUsable()).isTrue();
    }

    /** Of one endpoint, a login at /login whose success is 204, with this in it too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "success": {"body": {"user": {"id": "{usr.id}"}}}  | endpoints[0].success.body.user.id: no such value "usr.id"; known are
            "success": {"body": "{expires_in:hours}"}          | endpoints[0].success.body: no such form of expires_in "hours"; known are integer, text, milliseconds
            "success": {"body": "{access_token"}               | endpoints[0].success.body: a brace that is not closed; {{ stands for a brace
            "success": {"status": 302}                         | endpoints[0].success.status: must be an integer from 200 to 299
            "success": {"body": {}, "text": ""}                | endpoints[0].success: has a "body" and a "text"; one of them can be sent
            "success": {"body": {"a": 1, "a?": 2}}             | endpoints[0].success.body.a?: the member "a" is there twice, with and without ?
            "success": {"body": {"\\ud800": 1}}                | endpoints[0].success.body.?: the member's name has half of a surrogate pair
            "success": {"status": 205, "body": {}}             | endpoints[0].success: an answer with the status 205 has neither "body" nor "text"
            "success": {"headers": {"X-A": "1", "x-a": "2"}}   | endpoints[0].success.headers.x-a: this header is there twice
            "success": {"headers": {"Set-Cookie": "a=b"}}      | endpoints[0].success.headers.Set-Cookie: must be Authorization, another header for tokens
            "success": {"headers": {"Transfer-Encoding": "x"}} | endpoints[0].success.headers.Transfer-Encoding: must be Authorization
            "success": {"headers": {"Access-Control-Allow-Origin": "*"}} | endpoints[0].success.headers.Access-Control-Allow-Origin: must be Authorization
            "success": {"headers": {"X-Frame-Options": "x"}}   | endpoints[0].success.headers.X-Frame-Options: must be Authorization
            "success": {"headers": {"X-Sendfile2": "x"}}       | endpoints[0].success.headers.X-Sendfile2: must be Authorization
            "success": {"headers": {"X-Envoy-Overloaded": "x"}} | endpoints[0].success.headers.X-Envoy-Overloaded: must be Authorization
            "success": {"headers": {"X-A\\r\\nB": "x"}}        | must be Authorization
            "success": {"cookies": {"KEYCLOAK_IDENTITY": {"value": "{access_token}"}}} | endpoints[0].success.cookies.KEYCLOAK_IDENTITY: must be a cookie's name
            "success": {"cookies": {"jwt": {"value": "{user.id}"}}} | endpoints[0].success.cookies.jwt.value: must be one of {access_token}, {refresh_token}
            "errors": {"locked": {}}                           | endpoints[0].errors: no such member "locked"; known are
            "errors": {"credentials": {"status": 200}}         | endpoints[0].errors.credentials.status: must be an integer from 400 to 599
            "errors": {"credentials": {"body": "{user.email}"}} | endpoints[0].errors.credentials.body: no such value "user.email"; known are
            "errors": {"credentials": {"cookies": {}}}         | endpoints[0].errors.credentials: no such member "cookies"; known are
            "username": "form.user"                            | endpoints[0].username: must be body.NAME, query.NAME, header.NAME, cookie.NAME, basic.username, basic.password or bearer
            "username": []                                     | endpoints[0].username: must be 1 to 8 of body.NAME
            "password": "query.password"                       | endpoints[0].password: a password in a URL gets into logs; take it from the body or a header
            "token": "bearer"                                  | endpoints[0]: no such member "token"; known are
            "method": "GET"                                    | endpoints[0]: needs the member "password": GET has no body, where it is by default
            "method": "TRACE"                                  | endpoints[0].method: must be one of POST, PUT, PATCH, GET, DELETE
            "accepts": ["xml"]                                 | endpoints[0].accepts[0]: must be one of json, form, multipart
            "requires": {"body.strategy": null}                | endpoints[0].requires.body.strategy: must be a text, an integer, true or false
            "requires": {"basic.username": "x"}                | endpoints[0].requires.basic.username: its name must be
            "pth": "/login"                                    | endpoints[0]: no such member "pth"; known are
            """)
    void tellsItsPlace(String member, String mistake) {
        String success = member.startsWith("\"success\"") ? "" : "\"success\": {},";
        Description description =
                Description.of("{\"endpoints\": [{\"operation\": \"login\", \"path\": \"/login\", %s %s}]}"
                        .formatted(success, member));

        assertThat(description.isUsable()).isFalse();
        assertThat(description.endpoints()).isEmpty();
        assertThat(description.mistakes())
                .anySatisfy(found -> assertThat(found.toString()).contains(mistake));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /a/../b
            /a/./b
            /a//b
            /a;b
            /a%2fb
            /a?b
            /a#b
            a
            /
            /a b
            /ä
            """)
    void pathsThatRoutersReadInMoreThanOneWay(String path) {
        assertThat(Description.of("{\"endpoints\": [{\"operation\": \"login\", \"path\": \"%s\", \"success\": {}}]}"
                                .formatted(path))
                        .mistakes())
                .hasToString(
                        "[endpoints[0].path: must be a path such as /api/login, of at most 200 letters, digits and ._~!$&'()*+,=:@-]");
    }

    @Test
    void whatIsNoDescriptionAtAll() {
        assertThat(mistakes("")).isEqualTo("description: is empty; docs/described.md has examples to begin with");
        assertThat(mistakes("{")).startsWith("description: is not one JSON object, at ");
        assertThat(mistakes("[]")).startsWith("description: is not one YAML mapping, at line 1, column 1; ");
        assertThat(mistakes("{\"endpoints\": [], \"endpoints\": []}"))
                .startsWith("description: is not one JSON object, at ");
        assertThat(mistakes("{}")).isEqualTo("description: needs the member \"endpoints\"");
        assertThat(mistakes("{\"endpoints\": []}")).isEqualTo("endpoints: must be an array of 1 to 32 endpoints");
        assertThat(mistakes("{\"endpoints\": [1]}")).isEqualTo("endpoints[0]: must be an object");
        assertThat(mistakes(" ".repeat(64 * 1024 + 1))).isEqualTo("description: is longer than 64 KiB");
        assertThat(mistakes("{\"endpoints\":" + "[".repeat(17) + "]".repeat(17) + "}"))
                .startsWith("description: is not one JSON object, at ");
    }

    @Test
    void yamlSaysTheSameAsJson() {
        String yaml = """
                # a comment
                endpoints:
                  - operation: login
                    path: /login
                    requires: {body.v: 2, body.on: true}
                    success:
                      body:
                        token: "{access_token}"
                        list: [1, 2.5, null, "on", on, 0x10]
                        keys: {1: a, true: b, null: c, "": d, [1]: e}
                        text: |
                          two
                          lines
                    errors:
                      credentials: {status: 404}
                """;
        String json = """
                {"endpoints": [{
                  "operation": "login",
                  "path": "/login",
                  "requires": {"body.v": 2, "body.on": true},
                  "success": {"body": {
                    "token": "{access_token}",
                    "list": [1, 2.5, null, "on", "on", "0x10"],
                    "keys": {"1": "a", "true": "b", "null": "c", "": "d", "[1]": "e"},
                    "text": "two\\nlines\\n"
                  }},
                  "errors": {"credentials": {"status": 404}}
                }]}
                """;

        assertThat(Json.toNode(Trial.of(yaml))).isEqualTo(Json.toNode(Trial.of(json)));
        assertThat(mistakes(yaml)).isEmpty();
        assertThat(mistakes(yaml.replace("access_token", "acces_token")))
                .startsWith("endpoints[0].success.body.token: no such value \"acces_token\"; known are access_token, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `endpoints: 1\nendpoints: 2`       | line 2, column 1
            `a:\n  - b: [`                     | line 2, column 9
            `a: !!java.lang.Runtime {}`        | line 1, column 4
            `a: !!set {? {null: 1}}`           | line 1, column 4
            `a: !!str x`                       | line 1, column 4
            `a: "\\UFFFFFFFF"`                 | line 1, column 1
            `%YAML 9999999999999.1\n--- {}`     | line 1, column 1
            `a: {true: 1, "true": 2}`          | line 1, column 1
            `a: &x [1]\nb: *x`                 | line 2, column 4
            `a: &x 1\nb: *x`                   | line 2, column 4
            `a: &x [*x]`                       | line 1, column 8
            `a: 1\n---\nb: 2`                  | line 2, column 1
            `a: ${HOME}\n\tb`                  | line 2, column 1
            `? [1]\n: 2\nb: @`                 | line 3, column 4
            just a text                        | line 1, column 1
            """)
    void whatIsNoYaml(String text, String where) {
        assertThat(mistakes(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isEqualTo("description: is not one YAML mapping, at " + where
                        + "; no member may be there twice, and none deeper than 16");
    }

    @Test
    void deepYamlIsNotFollowed() {
        assertThat(mistakes("a: " + "[".repeat(32_000) + "]".repeat(32_000)))
                .startsWith("description: is not one YAML mapping, at ");
        assertThat(mistakes("about: x\nendpoints: " + "[".repeat(17) + "]".repeat(17)))
                .startsWith("description: is not one YAML mapping, at line 2, column 27; ");
        assertThat(mistakes("- ".repeat(32_000))).startsWith("description: is not one YAML mapping, at ");
    }

    @Test
    void moreThanItsBounds() {
        String login = "{\"operation\": \"login\", \"path\": \"/%d\", \"success\": {}}";
        String all = IntStream.range(0, 33).mapToObj(login::formatted).collect(Collectors.joining(","));

        assertThat(mistakes("{\"endpoints\": [" + all + "]}"))
                .isEqualTo("endpoints: must be an array of 1 to 32 endpoints");
        assertThat(mistakes("{\"endpoints\": [" + login.formatted(1) + "," + login.formatted(1) + "]}"))
                .isEqualTo("endpoints[1]: " + ANOTHER);
    }

    /** The first whose constants are there is asked, so none may stand in front that would always be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"body.a": 1}                | {"body.a": 2}              | true
            {"body.a": 1, "query.b": 2}  | {"body.a": 1}              | true
            {"body.a": 1}                | {}                         | true
            {"body.a": 1}                | {"body.a": 1}              | false
            {"body.a": 1}                | {"query.b": 2, "body.a": 1} | false
            {}                           | {"body.a": 1}              | false
            {"query.a": 2}               | {"query.a": "2", "body.b": 1} | false
            {"header.X-A": "x"}          | {"header.x-a": "x"}        | false
            """)
    void oneMethodOfAPathMayHaveSeveralEndpoints(String first, String second, boolean possible) {
        String endpoint = "{\"operation\": \"login\", \"path\": \"/l\", \"success\": {}, \"requires\": %s}";

        assertThat(mistakes("{\"endpoints\": [" + endpoint.formatted(first) + "," + endpoint.formatted(second) + "]}"))
                .isEqualTo(possible ? "" : "endpoints[1]: " + ANOTHER);
    }

    /** Each part knows its place, and a place is as long as the names on the way to it. */
    @Test
    void needsLittleMemoryWhateverItsNames() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String text =
                "{\"endpoints\": [{\"operation\": \"login\", \"path\": \"/l\", \"success\": {\"body\": {\"%s\": [%s0]}}}]}"
                        .formatted("x".repeat(32_000), "0,".repeat(15_000));
        long before = memory.getCurrentThreadAllocatedBytes();

        assertThat(Description.of(text).isUsable()).isTrue();
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(40_000_000);
    }

    /** One answer for all is shown for each endpoint and reason. */
    @Test
    void aTrialIsNotMuchLongerThanItsDescription() {
        String login = "{\"operation\": \"login\", \"path\": \"/%d\", \"success\": {}}";
        String text = "{\"endpoints\": ["
                + IntStream.range(0, 32).mapToObj(login::formatted).collect(Collectors.joining(","))
                + "], \"errors\": {\"error\": {\"body\": [" + "{},".repeat(20_000) + "{}]}}}";

        Trial trial = Trial.of(text);

        assertThat(trial.mistakes()).isEmpty();
        assertThat(trial.endpoints()).hasSize(2);
        assertThat(Json.write(trial).length).isLessThan(2_500_000);
    }

    @Test
    void controlCharactersAreNotToldAndMistakesAreFew() {
        String names =
                IntStream.range(0, 1000).mapToObj(i -> "\"\\n" + i + "\": 1").collect(Collectors.joining(","));

        assertThat(Description.of("{" + names + "}").mistakes())
                .hasSize(50)
                .allSatisfy(mistake -> assertThat(mistake.toString()).startsWith("description: no such member \"?"));
    }

    private static String mistakes(String text) {
        return Description.of(text).mistakes().stream().map(Mistake::toString).collect(Collectors.joining("\n"));
    }
}
