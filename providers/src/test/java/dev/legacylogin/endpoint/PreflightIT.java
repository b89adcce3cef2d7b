package dev.legacylogin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A preflight tells an allowed origin what it may send, and tells nobody else anything. */
@Tag("threat-25")
@ResourceLock(TestRealm.DEMO)
class PreflightIT {
    private static final TestRealm REALM = TestRealm.demo();
    private static final String ALLOWED = "http://localhost:3000";

    /** Below the realm and at the root. */
    @ParameterizedTest
    @EnumSource
    void anAllowedOriginMaySendWhatThePageDocuments(Route route) {
        for (String path : List.of(REALM.path(route.path()), route.path())) {
            Answer answer = preflight(path, ALLOWED);

            assertAnswered(route, answer);
            assertThat(cors(answer)).isEqualTo(granted(route));
        }
    }

    /** Scripts of old pages add headers to every request; nobody reads them. */
    @ParameterizedTest
    @EnumSource
    void anAllowedOriginMaySendWhateverHeadersItAsksFor(Route route) {
        for (String asked : List.of("content-type,x-csrf-token,x-requested-with", "X-A, X-B", "!#$%&'*+-.^_`|~")) {
            Answer answer = Http.preflight(REALM.path(route.path()), ALLOWED)
                    .header("Access-Control-Request-Headers", asked)
                    .send();

            assertAnswered(route, answer);
            assertThat(answer.headers("Access-Control-Allow-Headers")).containsExactly(asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesNoHeadersIsNotSaidAgain(Route route) {
        for (String odd : List.of("a b", "a,", "<script>", "a;b", "\u00e4")) {
            Answer answer = Http.request("OPTIONS", REALM.path(route.path()))
                    .header("Origin", ALLOWED)
                    .header("Access-Control-Request-Headers", odd)
                    .send();

            assertAnswered(route, answer);
            assertThat(answer.headers("Access-Control-Allow-Headers"))
                    .containsExactly("Origin, Accept, X-Requested-With, Content-Type, Authorization, "
                            + "Access-Control-Request-Method, Access-Control-Request-Headers");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatKeycloaksOwnEndpointAllowsToo(Route route) {
        Map<String, List<String>> own = cors(preflight(REALM.path("/protocol/openid-connect/token"), ALLOWED));

        Map<String, List<String>> ours = cors(preflight(REALM.path(route.path()), ALLOWED));

        assertThat(words(own.get("access-control-allow-headers")))
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsAll(words(ours.get("access-control-allow-headers")));
        assertThat(ours.get("access-control-max-age")).isEqualTo(own.get("access-control-max-age"));
        assertThat(ours.get("access-control-allow-credentials")).isEqualTo(own.get("access-control-allow-credentials"));
        assertThat(ours.keySet()).isEqualTo(own.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void aForeignOriginIsToldNothing(Route route) {
        for (String origin : List.of(
                "https://evil.example",
                "null",
                "http://localhost:3000.evil.example",
                "http://localhost",
                "https://localhost:3000")) {
            Answer answer = preflight(REALM.path(route.path()), origin);

            assertAnswered(route, answer);
            Answers.assertNoCors(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnOriginThereAreTheMethodsOnly(Route route) {
        Answer answer = Http.request("OPTIONS", REALM.path(route.path())).send();

        assertAnswered(route, answer);
        Answers.assertNoCors(answer);
    }

    private static Answer preflight(String path, String origin) {
        return Http.preflight(path, origin)
                .header("Access-Control-Request-Headers", "content-type")
                .send();
    }

    private static void assertAnswered(Route route, Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers("Allow")).containsExactly(route.allow());
        Answers.assertProtected(answer);
    }

    private static Map<String, List<String>> granted(Route route) {
        return Map.of(
                "access-control-allow-origin", List.of(ALLOWED),
                "access-control-allow-credentials", List.of("true"),
                "access-control-allow-methods", List.of(route.allow()),
                "access-control-allow-headers", List.of("content-type"),
                "access-control-max-age", List.of("3600"));
    }

    private static Map<String, List<String>> cors(Answer answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> header.getKey().startsWith("access-control-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static List<String> words(List<String> values) {
        return List.of(String.join(",", values).split(", *"));
    }
}
