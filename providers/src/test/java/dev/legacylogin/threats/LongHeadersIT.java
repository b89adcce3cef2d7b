package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threat 35: long headers and long rows of blanks, from nobody in particular, cost one look and no failure. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
@Tag("threat-35")
@ResourceLock(TestRealm.DEMO)
class LongHeadersIT {
    private static final int LONG = 30_000;
    private static final int TIMES = 10;
    private static final TestRealm REALM = TestRealm.demo();

    @ParameterizedTest
    @EnumSource
    void aContentTypeOfManySlashes(Route route) {
        for (int i = 0; i < TIMES; i++) {
            Answer answer = Http.post(route, REALM)
                    .undocumented()
                    .header("Content-Type", "/".repeat(LONG))
                    .body("{}")
                    .send();

            Answers.assertFailure(
                    answer,
                    route.refuses("foo")
                            ? Failure.of(Fault.UNSUPPORTED_MEDIA_TYPE, route, REALM)
                            : Failure.nothingSent(route, REALM));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aContentTypeOfManyParameters(Route route) {
        String type = "application/json" + ";a=b".repeat(LONG / 4);
        Answers.assertFailure(
                Http.post(route, REALM).header("Content-Type", type).body("{}").send(),
                Failure.nothingSent(route, REALM));
        try (TestRealm off = TestRealm.copy(RealmChange::withoutClients)) {
            Answer unknown = Http.post(off.path("/un" + route.path().substring(1)))
                    .header("Content-Type", type)
                    .body("{}")
                    .alone()
                    .send();
            Answer answer = Http.post(route, off)
                    .header("Content-Type", type)
                    .body("{}")
                    .alone()
                    .send();
            assertThat(answer.status()).isEqualTo(unknown.status());
            assertThat(answer.body()).isEqualTo(unknown.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPreflightForManyHeaders(Route route) {
        String names = "a" + ",a".repeat(LONG / 2);

        Answer answer = Answers.granted(Http.request("OPTIONS", REALM.path(route.path()))
                .header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Headers", names));

        assertThat(answer.header("Access-Control-Allow-Headers")).contains(names);
    }

    @ParameterizedTest
    @EnumSource(names = {"FUSIO", "PASSPORT", "OAUTH"})
    void namesWithLongRowsOfBlanks(Route route) {
        String path = REALM.path(route.path());
        String blanks = "x" + " ".repeat(15_000) + "x";
        for (int i = 0; i < TIMES; i++) {
            String body = Calls.body(route, blanks, "").toString();

            Answer answer = Http.post(path).json(body).send();

            assertThat(answer.status()).isBetween(400, 422);
        }
    }
}
