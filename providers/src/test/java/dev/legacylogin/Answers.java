package dev.legacylogin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;

/** What is to be seen in the answers of every documented path. */
public final class Answers {
    private static final String TIMESTAMP =
            "\"timestamp\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}[+]00:00\"";

    private Answers() {}

    /** Exactly this failure, with the headers that every answer has, and nothing that asks a browser for a password. */
    public static void assertFailure(Answer answer, Failure failure) {
        SoftAssertions.assertSoftly(soft -> {
            soft.assertThat(answer.status()).as("status").isEqualTo(failure.status());
            soft.assertThat(answer.body().replaceFirst(TIMESTAMP, "\"timestamp\":\"…\""))
                    .as("body")
                    .isEqualTo(failure.body());
            soft.assertThat(answer.headers("Content-Type"))
                    .as("Content-Type")
                    .isEqualTo(failure.body().isEmpty() ? List.of() : List.of("application/json"));
            soft.assertThat(answer.headers("WWW-Authenticate"))
                    .as("WWW-Authenticate")
                    .isEmpty();
            soft.assertThat(answer.headers("Location")).as("Location").isEmpty();
            soft.assertThat(answer.headers("Set-Cookie")).as("Set-Cookie").isEmpty();
        });
        assertProtected(answer);
    }

    /** This JSON text and nothing else, with the headers that every answer has. */
    public static void assertJson(Answer answer, int status, String body) {
        assertFailure(answer, new Failure(status, body));
    }

    /** No body at all. */
    public static void assertEmpty(Answer answer, int status) {
        assertFailure(answer, new Failure(status, ""));
        assertThat(answer.headers("Content-Length")).containsExactly("0");
    }

    /** Sends a request that must be granted. */
    public static Answer granted(Http request) {
        Answer answer = request.send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** An answer with tokens. */
    public static void assertGranted(Route route, Answer answer) {
        assertThat(answer.status()).as("status of %s", answer).isEqualTo(200);
        assertThat(Calls.accessToken(route, answer)).matches("[\\w-]+[.][\\w-]+[.][\\w-]+");
        assertThat(answer.headers("Content-Type")).containsExactly("application/json");
        assertProtected(answer);
    }

    /** Sends a request that must be granted with tokens. */
    public static Answer granted(Route route, Http request) {
        Answer answer = request.send();
        assertGranted(route, answer);
        return answer;
    }

    /** The headers that every answer has, once each. */
    public static void assertProtected(Answer answer) {
        SoftAssertions.assertSoftly(soft -> {
            soft.assertThat(answer.headers("Cache-Control")).as("Cache-Control").containsExactly("no-store");
            soft.assertThat(answer.headers("X-Content-Type-Options"))
                    .as("X-Content-Type-Options")
                    .containsExactly("nosniff");
            soft.assertThat(answer.headers("Vary")).as("Vary").containsExactly("Origin");
        });
    }

    /** Not one header of CORS. */
    public static void assertNoCors(Answer answer) {
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
