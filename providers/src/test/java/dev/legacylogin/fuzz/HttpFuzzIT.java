package dev.legacylogin.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes at a documented path get one of its documented answers, soon. See docs/fuzzing.md.
 *
 * <p>An input is a request, as {@link FuzzedRequest} reads it. It goes to a copy of the demo realm with a user of its
 * own, without lockout and events and with a cheap password hash, so that a long run stays fast and harms nobody.
 */
class HttpFuzzIT {
    private static final int TIMEOUT_MILLIS = 10_000;
    /** For a request that may be incomplete: the server waits for more, and the answer never comes. */
    private static final int SHORT_TIMEOUT_MILLIS = 300;
    /** What the inputs have as user name, password and so on, and no answer may repeat. */
    private static final String MARKER = "zqmarkerqz";

    @AutoClose
    private static TestRealm realm;

    private static URI server;
    private static Map<String, String> placeholders;

    @BeforeAll
    static void createRealm() throws IOException {
        server = TestServer.get().baseUri();
        assertThat(InetAddress.getByName(server.getHost()).isLoopbackAddress()).isTrue();
        realm = TestRealm.copy(HttpFuzzIT::change);
        placeholders = Map.of(
                "/realms/legacy",
                realm.path(""),
                "{bearer}",
                login("/consumer/login", "username").path("token").textValue(),
                "{renewable}",
                Http.post(realm.path("/api/auth/token"))
                        .basic("fuzzer", "password")
                        .send()
                        .text("/token"),
                "{refresh}",
                login("/v1/api/auth/login", "user")
                        .path("result")
                        .path("refresh_token")
                        .textValue(),
                "{16k}",
                "a".repeat(16 * 1024));
    }

    private static void change(ObjectNode json) {
        json.put("bruteForceProtected", false)
                .put("eventsEnabled", false)
                .put("passwordPolicy", "hashAlgorithm(pbkdf2-sha512) and hashIterations(1)");
        json.withArray("users").remove(0);
        ((ObjectNode) json.withArray("users").get(0)).put("username", "fuzzer").put("email", "fuzzer@example.org");
        for (ObjectNode client : RealmChange.clients(json)) {
            ObjectNode config = RealmChange.settings(client);
            if (config.has("cookie")) {
                config.put("cookie", "true");
            }
            if (config.has("refresh.delivery")) {
                config.put("refresh.delivery", "cookie");
            }
        }
    }

    private static JsonNode login(String path, String user) {
        return Http.post(realm.path(path))
                .json("{\"" + user + "\":\"fuzzer\",\"password\":\"password\"}")
                .send()
                .json();
    }

    @Timeout(20)
    @FuzzTest(maxDuration = "1m", maxExecutions = 1_000_000)
    void requests(byte[] input) throws IOException {
        FuzzedRequest request = FuzzedRequest.parse(input, placeholders);
        if (!request.isForUs(realm.path(""))) {
            return;
        }
        Optional<String> path = request.documentedPath(realm.path(""));
        Optional<RawAnswer> answer = RawAnswer.to(
                request.bytes(server.getAuthority()),
                server,
                request.framesItself() ? SHORT_TIMEOUT_MILLIS : TIMEOUT_MILLIS);

        answer.ifPresent(HttpFuzzIT::checkNothingShown);
        if (path.isPresent()) {
            assertThat(answer).as(request.toString()).isPresent();
            assertThat(answer).matches(a -> Forms.matches(path.get(), request.method(), a.get()), "documented");
        } else if (answer.isPresent()) {
            assertThat(answer)
                    .matches(
                            a -> documentedSomewhere(request, a.get()) || Forms.serversOwn(request.method(), a.get()),
                            "documented or the server's own");
        } else {
            assertThat(request.framesItself()).as("no answer").isTrue();
        }
        answer.ifPresent(found -> explore(path, found));
    }

    /** Tells the fuzzer of an answer that it has not had yet: of the server's code it sees nothing. */
    private static void explore(Optional<String> path, RawAnswer answer) {
        Jazzer.exploreState((byte) (answer.body().length() / 16), 31 * path.hashCode() + answer.status());
    }

    private static boolean documentedSomewhere(FuzzedRequest request, RawAnswer answer) {
        return FuzzedRequest.PATHS.stream().anyMatch(path -> Forms.matches(path, request.method(), answer));
    }

    private static void checkNothingShown(RawAnswer answer) {
        String shown = answer.toString()
                // tokens, and the host that was called, which wanderer documents
                .replaceAll("ey[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+", "")
                .replaceAll("\"url\":\"https?://[^/\"]*", "");
        assertThat(shown.toLowerCase(Locale.ROOT)).doesNotContain(MARKER);
        assertThat(shown).doesNotContain("org.", "java.", "Exception", "\tat ", "legacylogin");
    }
}
