package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.keycloak.representations.idm.EventRepresentation;

/** What the threat tests have in common. */
final class Threats {
    static final String RIGHT = "Right-Pa55word";
    static final String WRONG = "Wrong-Pa55word";
    private static final Duration BOUND = Duration.ofSeconds(20);

    private Threats() {}

    static void assertSame(Answer answer, Answer expected) {
        assertThat(answer.status() + " " + answer.body()).isEqualTo(expected.status() + " " + expected.body());
    }

    static void assertDenied(Login login, TestRealm realm, Answer answer) {
        assertSame(answer, login.denied(realm));
    }

    static void assertGranted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Keycloak counts failures on a thread of its own. */
    static <T> T await(Supplier<T> value, T expected) {
        Instant end = Instant.now().plus(BOUND);
        T last = value.get();
        while (!Objects.equals(last, expected) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            last = value.get();
        }
        assertThat(last).isEqualTo(expected);
        return last;
    }

    static int failures(TestUser user) {
        return (Integer) status(user).get("numFailures");
    }

    static boolean locked(TestUser user) {
        return (Boolean) status(user).get("disabled");
    }

    private static Map<String, Object> status(TestUser user) {
        return user.realm().admin().attackDetection().bruteForceUserStatus(user.id());
    }

    /** The newest event of a user, as type, client, error and shape. */
    static String newest(TestUser user) {
        List<EventRepresentation> events = user.events();
        return events.isEmpty() ? "none" : describe(events.get(0));
    }

    static String describe(EventRepresentation event) {
        String shape = event.getDetails() == null ? null : event.getDetails().get("legacy_login");
        return event.getType() + " " + event.getClientId() + " " + event.getError() + " " + shape;
    }

    /** How many sessions the user has. */
    static int sessions(TestUser user) {
        return user.admin().getUserSessions().size();
    }
}
