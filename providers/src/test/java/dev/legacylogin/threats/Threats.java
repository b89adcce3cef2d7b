package dev.legacylogin.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.keycloak.representations.idm.EventRepresentation;

/** What the threat tests have in common. */
final class Threats {
    static final String RIGHT = "Right-Pa55word";
    static final String WRONG = "Wrong-Pa55word";

    private Threats() {}

    static void assertSame(Answer answer, Answer expected) {
        assertThat(answer.status() + " " + answer.body()).isEqualTo(expected.status() + " " + expected.body());
    }

    static void assertDenied(Login login, TestRealm realm, Answer answer) {
        Answers.assertFailure(answer, login.denied(realm));
    }

    static void assertGranted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
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
