package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.legacylogin.Answers;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /api/auth/token} answers besides success and 403: the documents of the origin's framework. */
@ResourceLock(TestRealm.DEMO)
class NomicErrorsIT {
    private final TestRealm demo = TestRealm.demo();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "PROPFIND", "TRACE"})
    void wrongMethodIsToldInTheFrameworksForm(String method) {
        for (NomicPath path : new NomicPath[] {NomicPath.of(demo), NomicPath.ROOT}) {
            Answer answer = Http.request(method, path.path())
                    .basic("TestUser", "password")
                    .send();

            assertThat(answer.header("Allow")).contains("OPTIONS, POST");
            assertDocument(answer, 405, "Method Not Allowed");
        }
    }

    @Test
    void headHasTheHeadersOfTheWrongMethod() {
        Answer answer = Http.request("HEAD", NomicPath.of(demo).path())
                .basic("TestUser", "password")
                .send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("OPTIONS, POST");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void failureOfTheServerIsToldAsOnThePage() {
        try (TestRealm realm =
                        TestRealm.copy(json -> RealmChange.breakTokens(RealmChange.client(json, NomicPath.CLIENT)));
                TestUser user = realm.createUser("a password")) {
            Answer answer = NomicPath.of(realm).login(user.username(), "a password");

            assertDocument(answer, 500, "Internal Server Error");
            assertThat(user.admin().getUserSessions()).isEmpty();
        }
    }

    @Test
    void withoutTheFormThePathIsNotThere() {
        try (TestRealm realm =
                TestRealm.copy(json -> RealmChange.switchOff(RealmChange.client(json, NomicPath.CLIENT)))) {
            Answer off = NomicPath.of(realm).login("TestUser", "password");
            Answer unknown = Http.post(realm.path("/nothing")).send();

            assertThat(off.status()).isEqualTo(404).isEqualTo(unknown.status());
            assertThat(off.body()).isEqualTo(unknown.body());
            assertThat(realm.events()).isEmpty();
        }
    }

    private static void assertDocument(Answer answer, int status, String error) {
        Answers.assertFailure(answer, Failure.nomic(status, error));
        assertThat(OffsetDateTime.parse(answer.text("/timestamp")))
                .isCloseTo(OffsetDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES));
    }
}
